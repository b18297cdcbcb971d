"""Three companies that do not exist, and their filings: short, with every number known."""

FERRITES = """PALEVSKY FERRITES CO., LTD.

(Stock code: 06912)

ESG REPORT 2023

28 March 2024

This report of Palevsky Ferrites Co., Ltd. ("Palevsky") covers the year ended 31 December 2023.

1. Emissions and water

Emissions and water\tUnit\tYear of 2021\tYear of 2022\tYear of 2023
Total greenhouse gas emissions\ttCO2e\t5,120\t4,860\t4,305
Direct GHG emissions (Scope 1)\ttCO2e\t640\t610\t585
Indirect GHG emissions (Scope 2)\ttCO2e\t4,480\t4,250\t3,720
Total water consumption\ttonne\t91,400\t88,250\t86,010
Nitrogen oxides (NOx)\ttonne\t/\t1.30\t1.12

2. People

Employment\tUnit\tYear of 2022\tYear of 2023
Total number of employees\tperson\t1,250\t1,400
By gender\t\t\t
Male\tperson\t850\t910
Female\tperson\t400\t490
By age group\t\t\t
Below 30\tperson\t310\t365
30 to 50\tperson\t720\t790
Above 50\tperson\t220\t245
Employee turnover rate\t%\t12.50\t10.80
Average training hours per employee\thour\t21.5\t26.0

3. Spending

Indicator\tUnit\tYear of 2022\tYear of 2023
Revenue\tRMB million\t1,000.00\t1,150.00
Net profit\tRMB million\t80.00\t92.00
R&D expenditure\tRMB million\t50.00\t69.00
Environmental protection investment\tRMB million\t6.40\t8.00

In 2023 the company planted 3,300 trees around the Shiling plant. The amount of legal fees is not disclosed.

Mr Otto Valdez chairs the sustainability committee, which meets four times a year.
"""

FERRITES_SUMMARY = """PALEVSKY FERRITES CO., LTD.

(Stock code: 06912)

ANNUAL RESULTS 2023

30 March 2024

This announcement of Palevsky Ferrites Co., Ltd. covers the year ended 31 December 2023.

Key figures

Indicator\tUnit\tYear of 2022\tYear of 2023
Revenue\tRMB million\t1,000.00\t1,150.00
Net profit\tRMB million\t80.00\t92.00
Total water consumption\ttonne\t88,250\t87,900

Resolutions

Votes on the resolutions\tFor\tAgainst
Resolution 1: to approve the report of the board\t5,000,000\t1,000
Resolution 2: to appoint the auditor\t4,900,000\t2,500
"""

FOODS = """BRINDLEMOOR FOODS PLC

(Stock code: BRMF)

ANNUAL RESULTS

Manchester, 10 September 2024

Brindlemoor Foods plc ("Brindlemoor") today publishes its results for the year ended 30 June 2024.

CONSOLIDATED INCOME STATEMENT
for the year ended 30 June 2024

\t2024\t2023
\t£'000\t£'000
Revenue\t318,400\t298,600
Cost of sales\t(191,040)\t(182,146)
Gross profit\t127,360\t116,454
Operating profit\t31,840\t26,874
Profit for the year\t22,288\t18,812

The Group employed an average of 2,180 people during the year (2023: 2,045).
"""


FILINGS = {
    "palevsky-esg-2023.txt": FERRITES,
    "palevsky-results-2023.txt": FERRITES_SUMMARY,
    "brindlemoor-results-2024.txt": FOODS,
}
