// [start, end) of the report -> <mark>s in its sentences, with the answer's figures inside them.
window.reportMarks ??= (() => {
  function clear(paper) {
    for (const old of paper.querySelectorAll("mark")) {
      const parent = old.parentNode;
      old.replaceWith(old.textContent);
      parent.normalize();
    }
  }

  // Marks the span in every sentence and paragraph that it touches; `figures` are spans [[start, end], …] to be set off in it.
  function mark(paper, start, end, figures = []) {
    clear(paper);
    const marks = [];
    for (const sentence of paper.querySelectorAll("[data-start]")) {
      const from = Number(sentence.dataset.start);
      if (Number(sentence.dataset.end) <= start) continue;
      if (from >= end) break;
      const made = wrap(sentence.firstChild, start - from, end - from, "mark");
      const first = Math.max(start, from);
      const inside = figures.filter(([low, high]) => low >= first && high <= Math.min(end, Number(sentence.dataset.end)));
      // From the last to the first: each cuts the text before it off from the rest.
      for (const [low, high] of inside.sort((a, b) => b[0] - a[0])) {
        wrap(made.firstChild, low - first, high - first, "b").className = "figure";
      }
      marks.push(made);
    }
    return marks;
  }

  function wrap(text, start, end, tag) {
    const first = unit(text.data, start);
    const last = unit(text.data, end);
    const middle = first ? text.splitText(first) : text;
    if (last - first < middle.data.length) middle.splitText(last - first);
    const made = document.createElement(tag);
    middle.replaceWith(made);
    made.append(middle);
    return made;
  }

  // Offsets count characters; a string's units are UTF-16, in which rare characters take two.
  function unit(text, characters) {
    let at = 0;
    for (let left = characters; left > 0 && at < text.length; left--) at += text.codePointAt(at) > 0xffff ? 2 : 1;
    return at;
  }

  return { mark };
})();
