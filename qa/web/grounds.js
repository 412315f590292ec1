// What an answer rests on: asked for when its fold is opened, and still open after the chat is drawn anew.
window.reportGrounds ??= (() => {
  const found = new Map(); // question -> HTML, fetched once
  const open = new Set(); // questions whose fold the reader opened

  function attach(element, server) {
    // "toggle" does not bubble.
    element.addEventListener("toggle", ({ target }) => target.matches(".grounds") && toggled(target, server), true);
    new MutationObserver(() => {
      for (const fold of element.querySelectorAll(".grounds:not([open])")) {
        if (open.has(fold.dataset.of) && !fold.querySelector(".ranked").childNodes.length) fold.open = true;
      }
    }).observe(element, { childList: true, subtree: true });
  }

  async function toggled(fold, server) {
    const question = fold.dataset.of;
    open[fold.open ? "add" : "delete"](question);
    const room = fold.querySelector(".ranked");
    if (!fold.open || room.childNodes.length) return;
    if (!found.has(question)) {
      room.setAttribute("aria-busy", "true");
      const html = await server.grounds(question).catch(() => "");
      room.removeAttribute("aria-busy");
      if (!html) {
        room.textContent = fold.dataset.failed;
        return;
      }
      found.set(question, html);
    }
    room.innerHTML = found.get(question);
  }

  return { attach };
})();
