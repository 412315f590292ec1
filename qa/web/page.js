// The chat's own behaviour: chips and quotes lead to their place in the report; the last question is kept in view.
// Gradio's gr.HTML calls `conversation` when the chat is on the page; the report has pane.js.
window.reportQa ??= (() => {
  const phone = window.matchMedia("(max-width: 800px)");
  let chatShown = false;
  let isRestored = false;
  let lastCited = null; // the chip or quote that was clicked last: the way back from the report on a phone

  const questionBox = () => document.querySelector("#qa-question textarea");

  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".to-report")) document.querySelector("#qa-report").scrollIntoView({ block: "start" });
    if (event.target.closest?.(".to-chat")) backToChat();
  });

  // ---- the chat -------------------------------------------------------------------------------------------------

  function conversation(element, trigger, server) {
    let touched = false;
    element.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"));
    element.addEventListener("click", (event) => {
      const cited = event.target.closest("[data-cite]");
      if (cited) touched && !reportPopover.isFor(cited) && cited.matches(".chip") ? peek(element, cited) : go(element, cited);
    });
    element.addEventListener("pointerover", (event) => {
      const chip = event.target.closest(".chip");
      if (chip && event.pointerType !== "touch") reportPopover.show(chip);
    });
    element.addEventListener("pointerout", (event) => event.target.closest(".chip") && reportPopover.leave());
    element.addEventListener("focusin", (event) => event.target.matches(".chip:focus-visible") && reportPopover.show(event.target));
    element.addEventListener("focusout", () => reportPopover.leave());
    questions(element, trigger);
    reportChat.attach(element, trigger);
    reportGrounds.attach(element, server);
    keepInView(element);
    chatShown = true;
    if (!phone.matches) focusQuestion(); // on a phone the keyboard would cover the page
  }

  // Buttons that ask: examples, questions to go on with.
  function questions(element, trigger) {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-ask]");
      if (button) trigger("submit", { question: button.dataset.ask });
    });
  }

  function peek(element, chip) {
    const label = element.querySelector("[data-go]")?.dataset.go ?? "";
    reportPopover.show(chip, { label, run: () => go(element, chip) });
  }

  function go(element, cited) {
    reportPopover.hide();
    setCurrent(element, cited);
    cite(cited);
  }

  // A chip or quote carries its place, and the places of the figures that the answer takes from it: "120-126,131-135".
  function cite({ dataset }) {
    const spans = (dataset.figures ?? "").split(",").filter(Boolean);
    const figures = spans.map((span) => span.split("-").map(Number));
    window.reportPane?.cite(Number(dataset.report), Number(dataset.start), Number(dataset.end), figures);
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
    const scroller = () => (phone.matches ? document.scrollingElement : room.querySelector("#qa-scroll"));
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

  // ---- the way back from the report, the focus at the start ----------------------------------------------------------

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

  // Both components are there and listen, and what the browser kept is back (the browser tests wait for it).
  const ready = () => Boolean(chatShown && isRestored && window.reportPane?.ready());
  const restored = () => (isRestored = true);

  return { conversation, questions, ready, restored };
})();
