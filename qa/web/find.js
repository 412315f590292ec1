// Find in the report: text -> the places where it stands, painted over the text without touching it.
// Needs the CSS Custom Highlight API (Chromium 105, Safari 17.2, Firefox 140); older browsers count and scroll, unpainted.
window.reportFind ??= (() => {
  const ALL = "qa-found";
  const NOW = "qa-found-now";

  // Full-width letters, digits and marks as half-width ones, capitals as small ones; one unit for each, so places stay.
  function fold(text) {
    const half = text.replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
    const small = half.toLowerCase();
    return small.length === half.length ? small : half;
  }

  // The text of the paper, a line for each paragraph, and where each text node begins in it.
  function read(paper) {
    const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
    const nodes = [];
    const starts = [];
    const parts = [];
    let length = 0;
    let block = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const its = node.parentElement.closest(".paper > *");
      if (block && its !== block) length += parts.push("\n") && 1;
      block = its;
      nodes.push(node);
      starts.push(length);
      parts.push(node.data);
      length += node.data.length;
    }
    return { text: fold(parts.join("")), nodes, starts };
  }

  // The index of the last start that is not behind `at`.
  function last(starts, at) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function range({ nodes, starts }, from, to) {
    const first = last(starts, from);
    const final = last(starts, to - 1);
    const made = document.createRange();
    made.setStart(nodes[first], from - starts[first]);
    made.setEnd(nodes[final], to - starts[final]);
    return made;
  }

  function find(paper, wanted) {
    const needle = fold(wanted.trim());
    const ranges = [];
    if (!needle) return ranges;
    const content = read(paper);
    for (let at = content.text.indexOf(needle); at >= 0; at = content.text.indexOf(needle, at + needle.length)) {
      ranges.push(range(content, at, at + needle.length));
    }
    return ranges;
  }

  function paint(ranges, now) {
    if (!window.CSS?.highlights) return;
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(NOW);
    if (!ranges.length) return;
    const all = new Highlight();
    for (const found of ranges) all.add(found);
    const current = new Highlight(ranges[now]);
    current.priority = 1;
    CSS.highlights.set(ALL, all);
    CSS.highlights.set(NOW, current);
  }

  // The finder of a pane: `part` gives its elements, `bring` brings a place into view, `reading` says where the reader is.
  function finder({ part, bring, reading }) {
    let hits = [];
    let hit = 0;
    const current = () => hits[hit];
    const sentence = (found) => found.startContainer.parentElement.closest("[data-start]");

    // Finds anew; the first place is the next one from where the reader is. With `stay`, the reader is not moved.
    function seek(text, stay = false) {
      const from = Number(reading()?.dataset.start ?? 0);
      hits = find(part(".paper"), text);
      if (!stay) hit = Math.max(hits.findIndex((found) => Number(sentence(found)?.dataset.start ?? -1) >= from), 0);
      show(text.trim() ? window.reportWords.say("没有找到") : "");
      if (hits.length && !stay) bring(hits[hit], 0.3);
    }

    function step(by) {
      if (!hits.length) return;
      hit = (hit + by + hits.length) % hits.length;
      show("");
      bring(hits[hit], 0.3);
    }

    function show(none) {
      paint(hits, hit);
      part(".find-count").textContent = hits.length ? `${hit + 1} / ${hits.length}` : none;
      for (const button of part(".find").querySelectorAll(".find-step")) button.disabled = !hits.length;
    }

    return { seek, step, current, sentence };
  }

  return { finder };
})();
