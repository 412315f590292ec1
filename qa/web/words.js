// The pane's words in the interface's language. Its HTML comes in Chinese; the report itself stays as it is.
window.reportWords ??= (() => {
  const ENGLISH = {
    "← 返回问答": "← Back to the chat",
    "选择报告": "Choose a report",
    目录: "Outline",
    报告目录: "Outline of the report",
    在报告中查找: "Find in the report",
    上一处: "Previous",
    下一处: "Next",
    没有找到: "Not found",
    复制链接: "Copy link",
    "复制指向标出的句子（没有则为眼前这一句）的链接": "Copy a link to the marked sentence, or to the one in view",
    已复制: "Copied",
    见地址栏: "See the address",
    "链接已复制。": "The link was copied.",
    "链接已放到地址栏。": "The link is in the address bar.",
    色带: "Colours",
    回顾: "done",
    规划: "planned",
    目标: "aimed at",
    开头: "Opening",
    "已在报告中标出：": "Marked in the report: ",
    "没有取到这份报告，请检查服务是否仍在运行，再试一次。": "The report did not come. Is the server still running? Please try again.",
    "链接所指的报告没有载入。": "The report that the link names is not loaded.",
    "链接所指的句子不在这份报告里，报告可能已经更换。": "The sentence that the link names is not in this report; it may have changed.",
  };
  const OWN = ".to-chat, .contents > summary, .contents nav, .choice, .find, .find-text, .find-step, .copy-link, .legend, .key, .here-section";

  const english = () => document.documentElement.lang === "en";
  const say = (text) => (english() && ENGLISH[text]) || text;

  // Puts the pane's own words, in texts and labels, into English where the interface is.
  function translate(pane) {
    if (!english()) return;
    for (const node of pane.querySelectorAll(OWN)) {
      for (const name of ["aria-label", "placeholder", "title"]) {
        if (node.hasAttribute(name)) node.setAttribute(name, say(node.getAttribute(name)));
      }
      for (const text of node.childNodes) {
        if (text.nodeType === Node.TEXT_NODE) text.data = text.data.replace(/\S+( \S+)*/, say);
      }
      if (!node.matches("nav, .choice, .here-section")) node.lang = "en";
    }
  }

  return { say, translate };
})();
