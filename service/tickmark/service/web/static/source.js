// Lights the place that the address names: #c{start}-{end}, offsets into the source in Unicode code points.
(() => {
  "use strict";

  const PLACE = /^#c(\d+)-(\d+)$/;

  /** Offset in UTF-16 units, which the DOM counts in, of the n-th code point of `text`. */
  function units(text, n) {
    let at = 0;
    for (const char of text) {
      if (n-- <= 0) break;
      at += char.length;
    }
    return at;
  }

  function clear() {
    for (const mark of document.querySelectorAll("mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    for (const cell of document.querySelectorAll(".lit")) cell.classList.remove("lit");
  }

  /** The text node, and the offset in it, that stands `at` units into the text of `element`. */
  function point(element, at, after) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    let last = null;
    for (; node; node = walker.nextNode()) {
      last = node;
      if (after ? at <= node.length : at < node.length) return [node, at];
      at -= node.length;
    }
    return last ? [last, last.length] : [element, 0];
  }

  function markIn(code, from, to) {
    const range = document.createRange();
    range.setStart(...point(code, from, false));
    range.setEnd(...point(code, to, true));
    const mark = document.createElement("mark");
    mark.append(range.extractContents());
    range.insertNode(mark);
    return mark;
  }

  /** Marks the characters in the lines they stand on; gives the first mark. */
  function markLines(start, end) {
    let first = null;
    for (const code of document.querySelectorAll("code[data-at]")) {
      const at = Number(code.dataset.at);
      if (at >= end) break;
      const text = code.textContent;
      if (at + text.length < start) continue; // shorter still in code points
      const from = units(text, start - at);
      const to = units(text, end - at);
      if (from < to) {
        const mark = markIn(code, from, to);
        first ??= mark;
      }
    }
    return first;
  }

  /** The smallest thing that holds the place: a figure in its paragraph, or a cell. */
  function lightCell(start, end) {
    let best = null;
    let least = Infinity;
    for (const cell of document.querySelectorAll("[data-chars]")) {
      const [from, to] = cell.dataset.chars.split("-").map(Number);
      if (from <= start && end <= to && to - from < least) [best, least] = [cell, to - from];
    }
    best?.classList.add("lit");
    return best;
  }

  /** Lights the place on the picture of its page, where the document has pages. */
  function lightPage(mark, start, end) {
    let section = mark?.closest("details") ?? mark?.closest(".line") ?? null;
    while (section && !section.matches("details.page")) section = section.previousElementSibling;
    const picture = section?.querySelector("img[data-page]");
    if (!picture) return;
    picture.src = `${picture.dataset.page}?chars=${start}-${end}`;
    section.setAttribute("open", "");
  }

  function show() {
    const found = PLACE.exec(location.hash);
    if (!found) {
      document.querySelector(".lit, mark")?.scrollIntoView({ block: "center" });
      return;
    }
    const [start, end] = [Number(found[1]), Number(found[2])];
    clear();
    const mark = markLines(start, end);
    mark?.closest("details")?.setAttribute("open", "");
    lightPage(mark, start, end);
    (lightCell(start, end) ?? mark)?.scrollIntoView({ block: "center" });
  }

  addEventListener("hashchange", show);
  show();
})();
