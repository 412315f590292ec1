// The report pane: shows a report, brings and marks a place in it, says where the reader is, finds, opens links.
// Gradio's gr.HTML calls `open` when the pane is on the page; page.js calls `cite` for chips and quotes.
window.reportPane ??= (() => {
  const phone = window.matchMedia("(max-width: 800px)");
  const BANDS = "report-qa.bands"; // "off" where the reader switched the colours off
  const panes = new Map(); // report number -> the HTML of its pane, fetched once
  let room = null; // the element that holds the pane, once it is there
  let ask = null; // the server's functions
  let wishes = 0;
  let brought = 0;

  const shown = () => room.querySelector(".pane");
  const part = (selector) => shown().querySelector(selector);
  const { say, translate } = window.reportWords;
  const finder = window.reportFind.finder({ part, bring, reading });

  function open(element, server) {
    room = element;
    ask = server;
    panes.set(Number(shown().dataset.report), element.innerHTML);
    listen();
    settle();
    follow(performance.getEntriesByType("navigation")[0]?.type !== "reload");
    window.addEventListener("hashchange", () => follow(true));
  }

  async function show(number) {
    const wish = ++wishes;
    if (Number(shown().dataset.report) === number) return true;
    const pane = panes.get(number) ?? (await ask.report_pane(number)); // undefined where the server does not answer
    if (wish !== wishes) return false; // another one was wished for in the meantime
    if (!pane) {
      tell(say("没有取到这份报告，请检查服务是否仍在运行，再试一次。"), true);
      part(".choice").value = shown().dataset.report;
      return false;
    }
    panes.set(number, pane);
    room.innerHTML = pane;
    settle();
    return true;
  }

  // What a pane needs that was just put on the page: the reader's choice of colours, the place, no finds of another.
  function settle() {
    translate(shown());
    const box = part(".bands");
    if (box) box.checked = stored() !== "off";
    colour();
    finder.seek("");
    part(".paper").addEventListener("scroll", () => requestAnimationFrame(locate), { passive: true });
    locate();
  }

  function tell(text, problem = false) {
    const line = part(".found");
    line.textContent = text;
    line.classList.toggle("sr-only", !problem);
  }

  // ---- places ---------------------------------------------------------------------------------------------------

  // Marks [start, end) of a report and brings it into view; `figures` are spans in it to be set off.
  async function cite(number, start, end, figures = []) {
    if (!(await show(number))) return;
    const marks = window.reportMarks.mark(part(".paper"), start, end, figures);
    if (!marks.length) return;
    if (part(".find-text").value) finder.seek(part(".find-text").value, true); // the marks moved its places
    if (phone.matches) shown().scrollIntoView({ block: "start" });
    bring(marks[0], 0.3);
    locate();
    tell(`${say("已在报告中标出：")}${marks.map((made) => made.textContent).join("")}`);
    history.replaceState(history.state, "", link(marks[0], marks.at(-1)));
  }

  function goTo(start) {
    const sentence = [...part(".paper").querySelectorAll("[data-start]")].find((node) => Number(node.dataset.end) > start);
    if (sentence) bring(sentence, 0.02);
  }

  // Paragraphs out of view have an estimated height until they are drawn, so the place is found again as they are, until
  // another place is wished for or the reader scrolls.
  function bring(target, share) {
    const paper = part(".paper");
    const mine = ++brought;
    let frames = 6;
    const step = () => {
      if (mine !== brought) return;
      const gap = target.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight * share;
      if (Math.abs(gap) > 1) paper.scrollTop += gap;
      if (--frames) requestAnimationFrame(step);
    };
    step();
  }

  // The sentence found last or marked where it is in view; otherwise the one at the top, or its paragraph's first.
  function reading() {
    const paper = part(".paper").getBoundingClientRect();
    const inView = (place) => {
      const box = place.getBoundingClientRect();
      return box.height > 0 && box.bottom > paper.top && box.top < paper.bottom;
    };
    const found = finder.current();
    if (found && inView(found)) return finder.sentence(found);
    const marked = part("mark");
    if (marked && inView(marked)) return marked.closest("[data-start]");
    for (const down of [40, 64, 16, 96]) {
      const there = document.elementsFromPoint(paper.left + paper.width / 2, paper.top + down); // the outline may lie on top
      const at = there.find((node) => node.matches(".paper *"));
      const sentence = at?.closest("[data-start]") ?? at?.closest(".paper > *").querySelector("[data-start]");
      if (sentence) return sentence;
    }
    return null;
  }

  // Says where the reader is: the section in the line above the text and in the outline, the year and kind of the sentence.
  function locate() {
    const sentence = reading();
    const start = Number(sentence?.dataset.start ?? 0);
    const entries = [...room.querySelectorAll("[data-goto]")];
    const now = entries.findLast((entry) => Number(entry.dataset.goto) <= start);
    let seen = now; // or what it is folded away under
    for (let fold; (fold = seen?.closest(".fold:not([open])")); ) seen = fold.parentElement.querySelector(".goto");
    for (const entry of entries) {
      if (entry === seen) entry.setAttribute("aria-current", "location");
      else entry.removeAttribute("aria-current");
    }
    const path = [];
    for (let item = now?.closest("li"); item; item = item.parentElement.closest("li")) {
      path.unshift(item.querySelector(".goto").textContent);
    }
    part(".here-section").textContent = path.join(" › ") || say("开头");
    part(".here-when").textContent = sentence?.closest("[data-when]")?.dataset.when ?? "";
    if (seen && docked()) seen.scrollIntoView({ block: "nearest" });
  }

  const docked = () => {
    const nav = part(".contents[open] nav");
    return Boolean(nav) && getComputedStyle(nav).getPropertyValue("--docked") === "1";
  };

  // ---- links ----------------------------------------------------------------------------------------------------

  // The address of this page that opens at these sentences: …#report=2023_辽宁省&sentence=84-86
  function link(first, last) {
    const numbers = [first, last].map((node) => node.closest("[data-start]").id.split("-")[2]);
    const sentence = numbers[0] === numbers[1] ? numbers[0] : numbers.join("-");
    return `${location.href.split("#")[0]}#${new URLSearchParams({ report: shown().dataset.id, sentence })}`;
  }

  async function follow(scroll) {
    const wanted = new URLSearchParams(location.hash.slice(1));
    if (!wanted.has("report")) return;
    const choices = [...room.querySelectorAll("[data-id]")];
    const found = choices.find((node) => node.dataset.id === wanted.get("report"));
    if (!found) return tell(say("链接所指的报告没有载入。"), true);
    if (!(await show(Number(found.value ?? found.dataset.report))) || !wanted.has("sentence")) return;
    const [first, last] = wanted.get("sentence").split("-");
    const ends = [first, last ?? first].map((index) => document.getElementById(`s-${shown().dataset.report}-${index}`));
    if (!ends[0] || !ends[1]) return tell(say("链接所指的句子不在这份报告里，报告可能已经更换。"), true);
    const marks = window.reportMarks.mark(part(".paper"), Number(ends[0].dataset.start), Number(ends[1].dataset.end));
    if (phone.matches && scroll) shown().scrollIntoView({ block: "start" });
    if (marks.length) bring(marks[0], 0.3);
  }

  async function copyLink(button) {
    const marks = [...part(".paper").querySelectorAll("mark")];
    const sentence = marks[0] ?? reading();
    if (!sentence) return;
    const address = link(sentence, marks.at(-1) ?? sentence);
    let done = ["已复制", "链接已复制。"];
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      history.replaceState(history.state, "", address); // pages served without TLS may not write to the clipboard
      done = ["见地址栏", "链接已放到地址栏。"];
    }
    button.textContent = say(done[0]);
    tell(say(done[1]));
    setTimeout(() => (button.textContent = say("复制链接")), 2000);
  }

  // ---- colours --------------------------------------------------------------------------------------------------

  function colour() {
    part(".paper").classList.toggle("plain", part(".bands")?.checked === false);
  }

  function stored() {
    try {
      return localStorage.getItem(BANDS);
    } catch {
      return null; // a browser that keeps nothing
    }
  }

  function keep(value) {
    try {
      localStorage.setItem(BANDS, value);
    } catch {
      // a browser that keeps nothing: the choice holds for this page
    }
  }

  // ---- what the reader does -------------------------------------------------------------------------------------

  function listen() {
    room.addEventListener("change", async (event) => {
      if (event.target.matches(".bands")) {
        colour();
        keep(event.target.checked ? "on" : "off");
      } else if (event.target.matches(".choice")) {
        await show(Number(event.target.value));
        part(".choice").focus();
      }
    });
    for (const kind of ["input", "compositionend"]) {
      room.addEventListener(kind, (event) => {
        if (event.target.matches(".find-text") && !event.isComposing) finder.seek(event.target.value);
      });
    }
    room.addEventListener("click", (event) => {
      const entry = event.target.closest("[data-goto]");
      const stepped = event.target.closest("[data-step]");
      const copied = event.target.closest(".copy-link");
      const contents = part(".contents");
      if (entry) goTo(Number(entry.dataset.goto));
      if (stepped) finder.step(Number(stepped.dataset.step));
      if (copied) copyLink(copied);
      if (contents?.open && !docked() && (entry || !contents.contains(event.target))) contents.open = false;
    });
    room.addEventListener("toggle", locate, true);
    room.addEventListener("keydown", key);
    for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      room.addEventListener(moved, () => brought++, { passive: true, capture: true });
    }
  }

  function key(event) {
    const contents = part(".contents[open]");
    if (event.target.matches(".find-text") && !event.isComposing) {
      if (event.key === "Enter") finder.step(event.shiftKey ? -1 : 1);
      if (event.key === "Escape") finder.seek((event.target.value = ""));
    } else if (event.key === "Escape" && contents) {
      contents.open = false;
      contents.querySelector("summary").focus();
    }
  }

  return { open, cite, goTo, ready: () => Boolean(room) };
})();
