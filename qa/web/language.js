// The interface is Chinese until the reader switches.
document.documentElement.lang = /report-qa-language=en/.test(document.cookie) ? "en" : "zh-CN";
