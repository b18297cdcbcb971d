"""The statements of Quillhaven Pumps Corporation, which does not exist; ``make_html.py`` sets them as tables."""

Row = tuple[str, str, tuple[str, ...]]

# Rows: label (two blanks before it: set in), concept, numbers as printed. Where a number stands in brackets, its tag
# says below zero for a concept after "-" and not for others: a cost is tagged as a cost.
INCOME: list[Row] = [
    ("Net sales:", "", ()),
    ("  Products", "own:ProductSales", ("742.6", "701.3", "668.9")),
    ("  Services", "own:ServiceSales", ("211.8", "196.4", "180.2")),
    ("Total net sales", "us-gaap:Revenues", ("954.4", "897.7", "849.1")),
    ("Cost of sales", "us-gaap:CostOfRevenue", ("617.7", "587.1", "564.5")),
    ("Gross profit", "us-gaap:GrossProfit", ("336.7", "310.6", "284.6")),
    (
        "Selling, general and administrative",
        "us-gaap:SellingGeneralAndAdministrativeExpense",
        ("171.9", "163.2", "155.4"),
    ),
    ("Research and development", "us-gaap:ResearchAndDevelopmentExpense", ("38.7", "35.1", "31.6")),
    ("Restructuring charges", "us-gaap:RestructuringCharges", ("4.3", "9.8", "—")),
    ("Operating income", "us-gaap:OperatingIncomeLoss", ("121.8", "102.5", "97.6")),
    ("Interest expense", "us-gaap:InterestExpense", ("(14.6)", "(16.2)", "(12.9)")),
    ("Other income (expense), net", "-us-gaap:OtherNonoperatingIncomeExpense", ("1.8", "(0.7)", "0.4")),
    ("Income before income taxes", "own:IncomeBeforeTaxes", ("109.0", "85.6", "85.1")),
    ("Provision for income taxes", "us-gaap:IncomeTaxExpenseBenefit", ("24.5", "18.9", "19.6")),
    ("Net income", "us-gaap:NetIncomeLoss", ("84.5", "66.7", "65.5")),
    ("Earnings per share:", "", ()),
    ("  Basic", "us-gaap:EarningsPerShareBasic", ("1.68", "1.31", "1.27")),
    ("  Diluted", "us-gaap:EarningsPerShareDiluted", ("1.66", "1.30", "1.26")),
    ("Dividends declared per share", "us-gaap:CommonStockDividendsPerShareDeclared", ("0.58", "0.54", "0.50")),
]
BALANCE: list[Row] = [
    ("Assets", "", ()),
    ("  Cash and cash equivalents", "us-gaap:CashAndCashEquivalentsAtCarryingValue", ("118.4", "96.2")),
    (
        "  Accounts receivable, less allowance of $3.1 and $2.8",
        "us-gaap:AccountsReceivableNetCurrent",
        ("163.7", "155.9"),
    ),
    ("  Inventories", "us-gaap:InventoryNet", ("141.2", "148.6")),
    ("  Prepaid expenses", "us-gaap:PrepaidExpenseCurrent", ("19.5", "17.8")),
    ("Total current assets", "us-gaap:AssetsCurrent", ("442.8", "418.5")),
    ("Property, plant and equipment, net", "us-gaap:PropertyPlantAndEquipmentNet", ("214.9", "206.3")),
    ("Goodwill", "us-gaap:Goodwill", ("187.6", "190.1")),
    ("Other intangible assets, net", "us-gaap:IntangibleAssetsNetExcludingGoodwill", ("74.3", "83.5")),
    ("Other assets", "us-gaap:OtherAssetsNoncurrent", ("22.7", "21.4")),
    ("Total assets", "us-gaap:Assets", ("942.3", "919.8")),
    ("Liabilities and stockholders' equity", "", ()),
    ("  Current maturities of long-term debt", "us-gaap:LongTermDebtCurrent", ("15.0", "15.0")),
    ("  Accounts payable", "us-gaap:AccountsPayableCurrent", ("88.6", "84.1")),
    ("  Accrued liabilities", "us-gaap:AccruedLiabilitiesCurrent", ("72.3", "69.7")),
    ("Total current liabilities", "us-gaap:LiabilitiesCurrent", ("175.9", "168.8")),
    ("Long-term debt", "us-gaap:LongTermDebtNoncurrent", ("241.5", "271.0")),
    ("Deferred income taxes", "us-gaap:DeferredIncomeTaxLiabilitiesNet", ("31.8", "33.4")),
    ("Other liabilities", "us-gaap:OtherLiabilitiesNoncurrent", ("27.4", "28.9")),
    ("Total liabilities", "us-gaap:Liabilities", ("476.6", "502.1")),
    ("Common stock, $0.01 par value", "us-gaap:CommonStockValue", ("0.5", "0.5")),
    ("Additional paid-in capital", "us-gaap:AdditionalPaidInCapital", ("208.7", "203.2")),
    ("Retained earnings", "us-gaap:RetainedEarningsAccumulatedDeficit", ("332.6", "277.4")),
    (
        "Accumulated other comprehensive loss",
        "-us-gaap:AccumulatedOtherComprehensiveIncomeLossNetOfTax",
        ("(34.1)", "(24.9)"),
    ),
    ("Treasury stock, at cost", "us-gaap:TreasuryStockValue", ("(42.0)", "(38.5)")),
    ("Total stockholders' equity", "us-gaap:StockholdersEquity", ("465.7", "417.7")),
    ("Total liabilities and stockholders' equity", "us-gaap:LiabilitiesAndStockholdersEquity", ("942.3", "919.8")),
]
CASH: list[Row] = [
    ("Operating activities", "", ()),
    ("  Net income", "us-gaap:NetIncomeLoss", ("84.5", "66.7", "65.5")),
    ("  Depreciation and amortization", "us-gaap:DepreciationDepletionAndAmortization", ("41.6", "39.9", "37.2")),
    ("  Deferred income taxes", "-us-gaap:DeferredIncomeTaxExpenseBenefit", ("(1.6)", "(2.2)", "0.9")),
    ("  Changes in working capital", "-own:ChangesInWorkingCapital", ("9.8", "(13.1)", "(21.7)")),
    (
        "Net cash provided by operating activities",
        "us-gaap:NetCashProvidedByUsedInOperatingActivities",
        ("134.3", "91.3", "81.9"),
    ),
    ("Investing activities", "", ()),
    ("  Capital expenditures", "us-gaap:PaymentsToAcquirePropertyPlantAndEquipment", ("(46.5)", "(38.2)", "(41.0)")),
    (
        "  Purchase of Tolland Valve, net of cash acquired",
        "us-gaap:PaymentsToAcquireBusinessesNetOfCashAcquired",
        ("—", "—", "(58.3)"),
    ),
    ("  Proceeds from sale of equipment", "us-gaap:ProceedsFromSaleOfPropertyPlantAndEquipment", ("2.1", "1.4", "0.6")),
    (
        "Net cash used in investing activities",
        "-us-gaap:NetCashProvidedByUsedInInvestingActivities",
        ("(44.4)", "(36.8)", "(98.7)"),
    ),
    ("Financing activities", "", ()),
    ("  Borrowings", "us-gaap:ProceedsFromIssuanceOfLongTermDebt", ("—", "—", "60.0")),
    ("  Repayments of debt", "us-gaap:RepaymentsOfLongTermDebt", ("(29.5)", "(15.0)", "(15.0)")),
    ("  Dividends paid", "us-gaap:PaymentsOfDividendsCommonStock", ("(29.3)", "(27.5)", "(25.8)")),
    ("  Repurchases of common stock", "us-gaap:PaymentsForRepurchaseOfCommonStock", ("(3.5)", "(12.0)", "(8.6)")),
    (
        "Net cash (used in) provided by financing activities",
        "-us-gaap:NetCashProvidedByUsedInFinancingActivities",
        ("(62.3)", "(54.5)", "10.6"),
    ),
    ("Effect of exchange rates", "-own:EffectOfExchangeRates", ("(5.4)", "1.1", "(2.3)")),
    ("Increase (decrease) in cash", "-own:IncreaseDecreaseInCash", ("22.2", "1.1", "(8.5)")),
]
SEGMENTS: list[Row] = [
    ("Net sales", "us-gaap:Revenues", ("561.9", "392.5", "954.4", "519.6", "378.1", "897.7")),
    ("Segment operating income", "own:SegmentOperatingIncome", ("91.4", "52.6", "144.0", "77.8", "48.9", "126.7")),
    ("Corporate expense, not allocated", "-own:CorporateExpense", ("—", "—", "(22.2)", "—", "—", "(24.2)")),
    ("Operating income", "us-gaap:OperatingIncomeLoss", ("", "", "121.8", "", "", "102.5")),
    ("Capital expenditures", "own:SegmentCapitalExpenditures", ("27.9", "18.6", "46.5", "22.1", "16.1", "38.2")),
]
QUARTER: list[Row] = [
    ("Net sales", "", ("243.7", "225.6", "706.9", "663.4")),
    ("Cost of sales", "", ("156.9", "147.2", "458.3", "435.1")),
    ("Gross profit", "", ("86.8", "78.4", "248.6", "228.3")),
    ("Selling, general and administrative", "", ("43.1", "40.6", "127.7", "121.5")),
    ("Research and development", "", ("9.8", "8.9", "28.6", "25.9")),
    ("Restructuring charges", "", ("0.9", "2.6", "3.9", "7.4")),
    ("Operating income", "", ("33.0", "26.3", "88.4", "73.5")),
    ("Interest expense", "", ("(3.6)", "(4.1)", "(11.2)", "(12.3)")),
    ("Other income (expense), net", "", ("0.2", "(0.3)", "1.1", "(0.6)")),
    ("Income before income taxes", "", ("29.6", "21.9", "78.3", "60.6")),
    ("Provision for income taxes", "", ("6.6", "4.8", "17.6", "13.4")),
    ("Net income", "", ("23.0", "17.1", "60.7", "47.2")),
    ("Diluted earnings per share", "", ("0.45", "0.33", "1.19", "0.92")),
]
ORDERS = """                                          Three Months Ended
                                             September 30,
                                      ----------------------------
                                          2024            2023
                                      ------------    ------------
North America ......................  $   148,920     $   139,455
Europe .............................       61,380          58,210
Asia and Pacific ...................       38,745          35,190
                                      ------------    ------------
   Total orders ....................  $   249,045     $   232,855
                                      ============    ============"""
