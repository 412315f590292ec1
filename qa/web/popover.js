// A chip's quote and section beside it: under the mouse, with the keyboard's focus, or after a tap.
window.reportPopover ??= (() => {
  let box = null;
  let chip = null; // the chip that it belongs to
  let leaving = 0;

  const element = (name, shade, text) => {
    const made = document.createElement(name);
    made.className = shade;
    made.textContent = text;
    return made;
  };

  // `go` leads to the report: it is offered on a touch screen, where the first tap only shows the quote.
  function show(target, go = null) {
    clearTimeout(leaving);
    if (chip === target && box) return;
    hide();
    chip = target;
    box = element("div", "popover", "");
    box.append(
      element("p", "said", target.dataset.quote),
      element("p", "where", [target.dataset.when, target.dataset.where].filter(Boolean).join(" · ")),
    );
    if (go) {
      const button = element("button", "go", go.label);
      button.type = "button";
      button.addEventListener("click", () => (hide(), go.run()));
      box.append(button);
    }
    box.addEventListener("pointerenter", () => clearTimeout(leaving));
    box.addEventListener("pointerleave", leave);
    document.body.append(box);
    place();
  }

  function place() {
    const at = chip.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = box;
    const left = Math.min(Math.max(at.left + at.width / 2 - width / 2, 12), innerWidth - width - 12);
    const below = at.bottom + 8 + height < innerHeight || at.top < height + 8;
    box.style.left = `${left}px`;
    box.style.top = `${below ? at.bottom + 8 : at.top - height - 8}px`;
  }

  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 160); // long enough to move the mouse onto it
  }

  function hide() {
    clearTimeout(leaving);
    box?.remove();
    box = chip = null;
  }

  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("scroll", hide, { capture: true, passive: true });
  document.addEventListener("pointerdown", (event) => {
    if (box && !box.contains(event.target) && !chip.contains(event.target)) hide();
  });

  return { show, leave, hide, isFor: (target) => Boolean(box) && chip === target };
})();
