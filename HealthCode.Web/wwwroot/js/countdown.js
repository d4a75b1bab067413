// Refreshes the countdowns of deadlines once a minute, in the words of the server. Without this file they are as of when the page was opened.
(function () {
  'use strict';
  var shown = Date.now();
  function words(due, now) {
    var over = due <= now;
    var minutes = Math.floor(Math.abs(due - now) / 60000);
    var days = Math.floor(minutes / 1440);
    var hours = Math.floor(minutes / 60) % 24;
    var rest = minutes % 60;
    var word = over ? '已过' : '还有';
    if (days > 0) { return word + ' ' + days + ' 天' + (hours > 0 ? ' ' + hours + ' 小时' : ''); }
    if (hours > 0) { return word + ' ' + hours + ' 小时' + (rest > 0 ? ' ' + rest + ' 分钟' : ''); }
    if (rest > 0) { return word + ' ' + rest + ' 分钟'; }
    return over ? '刚到时' : '马上到时';
  }
  // The PC at the desk may have another time than the server: only what has passed since the page was opened is counted.
  var marks = [].slice.call(document.querySelectorAll('[data-due]'));
  setInterval(function () {
    marks.forEach(function (mark) { mark.textContent = words(Number(mark.getAttribute('data-due')), Number(mark.getAttribute('data-now')) + Date.now() - shown); });
  }, 60000);
})();
