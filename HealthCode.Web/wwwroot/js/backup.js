// Shows how far a backup is, and opens the page anew when it is done. Without this file the page asks by itself.
(function () {
  'use strict';
  var line = document.getElementById('progress');
  var bar = document.querySelector('progress');
  if (!line) { return; }
  function ask() {
    fetch(line.getAttribute('data-progress-url'), { credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) { return answer.json(); })
      .then(function (state) {
        if (!state.busy) { location.reload(); return; }
        bar.max = state.of;
        bar.value = state.step;
        line.textContent = '正在备份：' + state.what + '……可以先离开，做别的事。';
        setTimeout(ask, 700);
      })
      .catch(function () { setTimeout(ask, 3000); });
  }
  setTimeout(ask, 400);
})();
