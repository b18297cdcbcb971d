// What the page does better with script: it answers without loading anew, and shows how far an upload is.
// Everything here is a plain form or link as well.
(() => {
  "use strict";

  const said = document.getElementById("said");
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");

  /** Puts `words` into the live region, in a turn of its own so that they are read even when they are the same. */
  function say(words) {
    said.textContent = "";
    setTimeout(() => (said.textContent = words), 50);
  }

  /** An element of the page, with its attributes as strings and its children as they are. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  // Asking

  const form = document.getElementById("ask");
  let asking = null;

  /** The address that the form asks, without fields that are empty. */
  function address() {
    const fields = [...new FormData(form)].filter(([, value]) => value.trim());
    return `/?${new URLSearchParams(fields)}`;
  }

  /** Loads `url` and puts its results into this page; whatever goes wrong is left to the browser. */
  async function show(url, { push }) {
    asking?.abort();
    asking = new AbortController();
    const results = document.getElementById("results");
    results.setAttribute("aria-busy", "true");
    say("Looking through the filings");
    try {
      const response = await fetch(url, { signal: asking.signal, headers: { Accept: "text/html" } });
      const found = parse(await response.text());
      const fresh = found.getElementById("results");
      if (!fresh) throw new Error("no results on the page");
      results.replaceWith(fresh);
      for (const part of [".filters summary", "title", "h1"]) {
        document.querySelector(part).replaceWith(found.querySelector(part));
      }
      form.parentElement.className = found.getElementById("ask").parentElement.className;
      document.querySelector(".lede")?.remove();
      if (push) history.pushState({ box: true }, "", url);
      prepare();
      say(fresh.dataset.said);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  }

  /** Shows the buttons that need script, and scrolls wide tables to the cited cell. */
  function prepare() {
    for (const scroll of document.querySelectorAll(".scroll")) {
      const lit = scroll.querySelector("td.lit");
      if (!lit || scroll.scrollWidth <= scroll.clientWidth) continue;
      scroll.scrollLeft = lit.offsetLeft + lit.offsetWidth + 16 - scroll.clientWidth;
    }
    for (const button of document.querySelectorAll("[data-copy]")) {
      button.hidden = !navigator.clipboard;
      button.onclick = async () => {
        await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
        say("Copied");
        button.textContent = "Copied";
      };
    }
  }

  if (form) {
    history.replaceState({ box: true }, "");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show(address(), { push: true });
    });
    // Going back restores the answer and the box together; only loading does both.
    addEventListener("popstate", (event) => event.state?.box && location.reload());
    prepare();
  }

  // Adding filings

  const upload = document.getElementById("upload");

  /** Sends one file; gives what the API said of it. `progress` is told the part that is sent. */
  function send(file, given, progress) {
    return new Promise((resolve, reject) => {
      const body = new FormData();
      body.append("files", file, file.name);
      for (const [name, value] of given) body.append(name, value);
      const request = new XMLHttpRequest();
      request.open("POST", "/v1/documents");
      request.responseType = "json";
      request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
      request.onload = () => {
        const answer = request.response;
        const [result] = answer?.results ?? [];
        if (result) resolve(result);
        else reject(new Error(answer ? [answer.detail, answer.hint].filter(Boolean).join(". ") : `HTTP ${request.status}`));
      };
      request.onerror = () => reject(new Error("The connection was lost. Try again."));
      request.send(body);
    });
  }

  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  function tell(item, kind, tag, words) {
    item.className = kind;
    item.querySelector("progress")?.remove();
    item.firstChild.append(" ", make("span", { class: "tag" }, capital(tag)));
    item.append(make("p", {}, capital(words)));
  }

  async function take(file, given, item) {
    const bar = make("progress", { max: "1", value: "0", "aria-label": `Sending ${file.name}` });
    item.append(bar);
    try {
      if (file.size > Number(upload.dataset.mostBytes)) throw new Error("The file is larger than may be sent at once.");
      const result = await send(file, given, (part) => {
        // What is sent is still to be read, which says nothing of how far it is.
        if (part < 1) bar.value = part;
        else bar.removeAttribute("value");
      });
      if (result.problem) {
        tell(item, "failed", "failed", [result.problem.detail, result.problem.hint].filter(Boolean).join(". "));
        return false;
      }
      const { tables, figures, passages } = result.document;
      tell(item, "taken", result.status, [count(tables, "table"), count(figures, "figure"), count(passages, "passage")].join(", "));
      return true;
    } catch (error) {
      tell(item, "failed", "failed", error.message);
      return false;
    }
  }

  async function takeAll(files) {
    const given = [...new FormData(upload)].filter(([name, value]) => name !== "files" && value.trim());
    const list = document.getElementById("uploads");
    const button = upload.querySelector("[type=submit]");
    list.replaceChildren();
    button.disabled = true;
    const items = files.map((file) => {
      const item = make("li", {}, make("p", {}, make("strong", {}, make("bdi", {}, file.name))));
      list.append(item);
      return item;
    });
    let taken = 0;
    for (const [at, file] of files.entries()) {
      say(`Adding ${file.name}, ${at + 1} of ${files.length}`);
      if (await take(file, given, items[at])) taken += 1;
    }
    button.disabled = false;
    upload.reset();
    await refresh();
    say(`${taken} of ${files.length} files are in the index${taken < files.length ? "; see the list for the others" : ""}`);
  }

  /** Brings the list of filings up to date. */
  async function refresh() {
    const fresh = parse(await (await fetch("/filings")).text());
    for (const part of ["#listing", ".lede"]) document.querySelector(part).replaceWith(fresh.querySelector(part));
  }

  if (upload) {
    const drop = upload.querySelector(".drop");
    const chosen = document.getElementById("files");
    upload.addEventListener("submit", (event) => {
      event.preventDefault();
      if (chosen.files.length) takeAll([...chosen.files]);
    });
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) takeAll([...event.dataTransfer.files]);
    });
  }

  // Removing one

  const dialog = document.getElementById("remove");
  if (dialog) {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.remove");
      if (!link) return;
      event.preventDefault();
      dialog.querySelector("form").action = link.href;
      document.getElementById("remove-name").textContent = link.dataset.title;
      dialog.showModal();
    });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  }
})();
