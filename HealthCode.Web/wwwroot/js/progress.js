// Polls the progress of a background job and reloads the page when it is done. Without this file the page reloads itself.
(function () {
  'use strict';
  var line = document.getElementById('progress');
  var bar = document.querySelector('progress');
  var remarks = document.getElementById('remarks');
  if (!line) { return; }
  function ask() {
    fetch(line.getAttribute('data-progress-url'), { credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) { return answer.status === 404 ? { busy: false } : answer.json(); })
      .then(function (state) {
        if (!state.busy) { location.reload(); return; }
        if (state.of > 0) {
          bar.max = state.of;
          bar.value = state.done;
        }
        if (state.text) { line.textContent = state.text; }
        if (remarks) {
          remarks.textContent = state.remarks;
          remarks.hidden = !state.remarks;
        }
        setTimeout(ask, 700);
      })
      .catch(function () { setTimeout(ask, 3000); });
  }
  setTimeout(ask, 400);
})();
