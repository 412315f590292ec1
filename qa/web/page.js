// The page's own behaviour: chips and quotes lead to their place in the report; the chat keeps its last question in view.
// Gradio's gr.HTML calls `conversation` and `report` when the two components are on the page.
window.reportQa ??= (() => {
  const phone = window.matchMedia("(max-width: 800px)");
  let paneShown = null; // { cite, goTo } of the report pane, once it is there
  let chatShown = false;
  let lastCited = null; // the chip or quote that was clicked last: the way back from the report on a phone

  const questionBox = () => document.querySelector("#qa-question textarea");

  document.documentElement.lang = "zh-CN";
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".to-report")) document.querySelector("#qa-report").scrollIntoView({ block: "start" });
  });

  // ---- the chat -------------------------------------------------------------------------------------------------

  function conversation(element, ask) {
    element.addEventListener("click", (event) => {
      const cited = event.target.closest("[data-cite]");
      const example = event.target.closest("[data-ask]");
      if (cited) {
        setCurrent(element, cited);
        paneShown?.cite(Number(cited.dataset.report), Number(cited.dataset.start), Number(cited.dataset.end));
      } else if (example) {
        ask({ question: example.dataset.ask });
      }
    });
    keepInView(element);
    chatShown = true;
  }

  function setCurrent(element, cited) {
    const place = (node) => [node.dataset.report, node.dataset.start, node.dataset.end].join();
    lastCited = cited;
    for (const node of element.querySelectorAll("[data-cite]")) {
      if (place(node) === place(cited)) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
    }
  }

  // A new question goes to the top of the chat and stays there while its answer grows, until the reader scrolls.
  function keepInView(element) {
    const room = element.closest("#qa-chat");
    const scroller = () => (phone.matches ? document.scrollingElement : room.querySelector("#qa-talk"));
    let turns = 0;
    let following = false;
    for (const moved of ["wheel", "touchmove", "pointerdown"]) {
      room.addEventListener(moved, () => (following = false), { passive: true });
    }
    new MutationObserver(() => {
      const shown = element.querySelectorAll(".turn");
      if (shown.length > turns) following = true;
      if (shown.length === 0) scroller().scrollTop = 0;
      turns = shown.length;
      const last = shown[turns - 1];
      if (following && last) {
        const top = phone.matches ? 0 : scroller().getBoundingClientRect().top;
        scroller().scrollTop += last.getBoundingClientRect().top - top - 12;
      }
    }).observe(element, { childList: true, subtree: true, characterData: true });
  }

  // ---- the report -----------------------------------------------------------------------------------------------

  function report(element, server) {
    const panes = new Map(); // report number -> the HTML of its pane, fetched once
    const shown = () => element.querySelector(".pane");
    let wishes = 0;
    panes.set(Number(shown().dataset.report), element.innerHTML);

    async function show(number) {
      const wish = ++wishes;
      if (Number(shown().dataset.report) === number) return true;
      const pane = panes.get(number) ?? (await server.report_pane(number)); // undefined where the server does not answer
      if (wish !== wishes) return false; // another one was wished for in the meantime
      if (!pane) {
        tell("没有取到这份报告，请检查服务是否仍在运行，再试一次。", true);
        shown().querySelector(".choice").value = shown().dataset.report;
        return false;
      }
      panes.set(number, pane);
      element.innerHTML = pane;
      return true;
    }

    function tell(text, problem = false) {
      const line = shown().querySelector(".found");
      line.textContent = text;
      line.classList.toggle("sr-only", !problem);
    }

    async function cite(number, start, end) {
      if (!(await show(number))) return;
      const paper = shown().querySelector(".paper");
      const marks = mark(paper, start, end);
      if (!marks.length) return;
      if (phone.matches) shown().scrollIntoView({ block: "start" });
      bring(paper, marks[0], 0.3);
      tell(`已在报告中标出：${marks.map((made) => made.textContent).join("")}`);
    }

    function goTo(start) {
      const paper = shown().querySelector(".paper");
      const sentence = [...paper.querySelectorAll("[data-start]")].find((node) => Number(node.dataset.end) > start);
      if (sentence) bring(paper, sentence, 0.02);
    }

    element.addEventListener("change", async (event) => {
      if (!event.target.matches(".choice")) return;
      await show(Number(event.target.value));
      shown().querySelector(".choice").focus();
    });
    element.addEventListener("click", (event) => {
      const entry = event.target.closest("[data-goto]");
      const contents = element.querySelector(".contents");
      if (event.target.closest(".to-chat")) backToChat();
      if (entry) goTo(Number(entry.dataset.goto));
      if (contents?.open && (entry || !contents.contains(event.target))) contents.open = false;
    });
    element.addEventListener("keydown", (event) => {
      const contents = element.querySelector(".contents[open]");
      if (event.key !== "Escape" || !contents) return;
      contents.open = false;
      contents.querySelector("summary").focus();
    });
    paneShown = { cite, goTo };
    if (!phone.matches) focusQuestion(); // on a phone the keyboard would cover the page
  }

  // The question box comes a little later than the panes and may be drawn again: for the first seconds it gets the focus
  // whenever nothing else has it.
  function focusQuestion() {
    const until = Date.now() + 4000;
    const timer = setInterval(() => {
      if (document.activeElement === document.body) questionBox()?.focus();
      if (Date.now() > until) clearInterval(timer);
    }, 50);
    document.addEventListener("pointerdown", () => clearInterval(timer), { once: true });
  }

  function backToChat() {
    const target = lastCited?.isConnected ? lastCited : questionBox();
    document.querySelector("#qa-chat").scrollIntoView({ block: "start" });
    target?.scrollIntoView({ block: "nearest" });
    target?.focus({ preventScroll: true });
  }

  // Paragraphs out of view have an estimated height until they are drawn, so the place is found again as they are.
  function bring(paper, target, share) {
    let frames = 6;
    const step = () => {
      const gap = target.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight * share;
      if (Math.abs(gap) > 1) paper.scrollTop += gap;
      if (--frames) requestAnimationFrame(step);
    };
    step();
  }

  // ---- marking [start, end) -------------------------------------------------------------------------------------

  function mark(paper, start, end) {
    for (const old of paper.querySelectorAll("mark")) {
      const parent = old.parentNode;
      old.replaceWith(...old.childNodes);
      parent.normalize();
    }
    const marks = [];
    for (const sentence of paper.querySelectorAll("[data-start]")) {
      const from = Number(sentence.dataset.start);
      if (Number(sentence.dataset.end) <= start) continue;
      if (from >= end) break;
      marks.push(wrap(sentence.firstChild, start - from, end - from));
    }
    return marks;
  }

  function wrap(text, start, end) {
    const first = unit(text.data, start);
    const last = unit(text.data, end);
    const middle = first ? text.splitText(first) : text;
    if (last - first < middle.data.length) middle.splitText(last - first);
    const made = document.createElement("mark");
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

  // Both components are there and listen (the browser tests wait for it).
  const ready = () => Boolean(paneShown && chatShown);

  return { conversation, report, ready };
})();
