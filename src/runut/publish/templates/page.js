(() => {
  "use strict";
  const reader = document.getElementById("reader");
  const text = document.getElementById("reader-text");

  // Marks [from, to) of the text nodes under `root`, in UTF-16 units from its beginning.
  function mark(root, from, to) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const hits = [];
    let at = 0;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const end = at + node.length;
      if (end > from && at < to) hits.push([node, Math.max(0, from - at), Math.min(node.length, to - at)]);
      at = end;
    }
    return hits.map(([node, start, end]) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const element = document.createElement("mark");
      range.surroundContents(element);
      return element;
    });
  }

  function open(key, marked) {
    const article = document.getElementById(key);
    const body = article && article.querySelector(".body");
    if (!body) return false;
    const copy = body.cloneNode(true);
    copy.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
    copy.lang = article.lang;
    const title = article.querySelector("h3");
    const meta = article.querySelector(".kicker").textContent;
    document.getElementById("reader-title").textContent = title ? title.textContent : meta;
    document.getElementById("reader-title").lang = title ? article.lang : document.documentElement.lang;
    document.getElementById("reader-meta").textContent = title ? meta : "";
    text.replaceChildren(copy);
    let target = copy;
    if (marked) {
      const [from, to] = marked.split("-").map(Number);
      const marks = mark(copy, from, to);
      for (const one of marks) {
        const sentence = one.closest("[data-sentence]");
        if (sentence) sentence.classList.add("on");
      }
      if (marks.length) target = marks[0];
    }
    if (!reader.open) reader.showModal();
    if (target === copy) text.scrollTop = 0;
    else target.scrollIntoView({ block: "center" });
    return true;
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[data-report]");
    if (link && open(link.dataset.report, link.dataset.marked)) event.preventDefault();
    else if (event.target === reader || event.target.closest("#reader-close")) reader.close();
  });

  document.querySelectorAll("svg.graph").forEach((graph) => {
    const edges = [...graph.querySelectorAll(".edge")].map((e) => [e, e.dataset.ends.split(" | ")]);
    const show = (node) => {
      graph.classList.toggle("picked", Boolean(node));
      const near = new Set(node ? [node] : []);
      for (const [edge, ends] of edges) {
        const on = ends.includes(node);
        edge.classList.toggle("on", on);
        if (on) ends.forEach((e) => near.add(e));
      }
      graph.querySelectorAll(".node").forEach((n) => n.classList.toggle("on", near.has(n.dataset.node)));
    };
    graph.addEventListener("pointerover", (e) => {
      const node = e.target.closest(".node");
      show(node ? node.dataset.node : null);
    });
    graph.addEventListener("pointerleave", () => show(null));
  });

  // A link into something folded away unfolds it; on paper everything is unfolded.
  const unfold = (element) => {
    for (let e = element; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  };
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      unfold(target);
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => (d.open = true)));
})();
