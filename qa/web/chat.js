// What stands around the answers: elapsed time, copying, votes, editing, saving files, the language, the settings' focus.
window.reportChat ??= (() => {
  // ---- the time that an answer has taken so far -------------------------------------------------------------------

  let began = 0;
  let ticking = 0;

  function tick(element) {
    const place = element.querySelector(".steps .elapsed");
    if (!place) {
      clearInterval(ticking);
      ticking = 0;
      return;
    }
    if (!ticking) {
      began = performance.now();
      ticking = setInterval(() => tick(element), 100);
    }
    const text = `${((performance.now() - began) / 1000).toFixed(1)} ${place.dataset.unit}`;
    if (place.textContent !== text) place.textContent = text;
  }

  // ---- what a reader does with an answer --------------------------------------------------------------------------

  function attach(element, trigger) {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.copy !== undefined) copy(button);
      if (button?.dataset.vote) trigger("like", { ...button.dataset, note: "" });
      if (button?.dataset.edit) {
        trigger("edit", { turn: button.dataset.edit });
        document.querySelector("#qa-question textarea").focus();
      }
    });
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      const note = event.target.querySelector("input").value.trim();
      if (note) trigger("like", { turn: event.target.dataset.turn, vote: "", note });
    });
    new MutationObserver(() => tick(element)).observe(element, { childList: true, subtree: true });
  }

  async function copy(button) {
    const tools = button.closest(".tools");
    const done = await put(button.dataset.copy);
    tools.querySelector(".copy").open = false;
    tools.querySelector(".told").textContent = tools.dataset[done ? "copied" : "refused"];
    tools.querySelector("summary").focus();
  }

  // The clipboard is closed to pages that are served unencrypted to other machines; the old way still works there.
  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }

  function save(parcel) {
    if (!parcel?.data) return;
    const bytes = Uint8Array.from(atob(parcel.data), (char) => char.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: parcel.type }));
    link.download = parcel.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // ---- the page ---------------------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.copy[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    if (!event.target.closest?.(".language")) return;
    const other = document.documentElement.lang === "en" ? "zh-CN" : "en";
    document.cookie = `report-qa-language=${other};path=/;max-age=31536000;samesite=lax`;
    location.reload();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.copy[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (document.querySelector("#qa-settings")?.contains(document.activeElement)) {
      settings(false);
    }
  });

  function settings(open) {
    document.querySelector("#qa-settings").classList.toggle("open", open);
    document.querySelector(open ? "#qa-settings h2" : "#qa-open-settings").focus();
  }

  return { attach, save, settings };
})();
