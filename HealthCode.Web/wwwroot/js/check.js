// 查验: a scan fills the one box and sends it. While somebody is still being dealt with, a scan sends nothing.
// The page works without this file: type the number and press Enter.
(function () {
  'use strict';

  var form = document.getElementById('check');
  var steps = document.getElementById('steps');
  var state = document.getElementById('scan-state');
  if (!window.HealthCodeScanner) { return; }

  function send(text) {
    var box = form.elements['Input.Code'];
    var normal = form.querySelectorAll('input[name="Input.FoundNormal"]');
    box.value = text;
    // At a station the temperature comes first: the card waits in the box until it has been ticked.
    if (normal.length && !form.querySelector('input[name="Input.FoundNormal"]:checked')) {
      state.textContent = '卡已扫到。先测温：请勾选体温是否正常，再按“查验”。';
      state.className = 'error';
      normal[0].focus();
      return;
    }
    state.textContent = '正在查…';
    if (form.requestSubmit) { form.requestSubmit(); } else { form.submit(); }
  }

  window.HealthCodeScanner.listen(document, function (text) {
    if (form) { send(text); return; }
    if (!steps) { return; }
    state.hidden = false;
    state.scrollIntoView({ block: 'nearest' });
  });

  // What is wrong has the cursor, else the first thing to be answered.
  if (steps) {
    var open = steps.querySelector('.field-wrong input:not([type=hidden])') ||
      steps.querySelector('.pick.open input[name="Input.FoundNormal"], input[type=checkbox]:not(:checked)') || steps.querySelector('button.main');
    if (open) { open.focus(); }
  }

  // --- the camera, where the browser can read codes itself
  var button = document.getElementById('camera');
  var view = document.getElementById('camera-view');
  if (!button || !('BarcodeDetector' in window) || !navigator.mediaDevices) { return; }
  button.hidden = false;
  button.addEventListener('click', function () {
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(function (stream) {
      var detector = new window.BarcodeDetector({ formats: ['qr_code'] });
      view.srcObject = stream;
      view.hidden = false;
      view.play();
      var looking = setInterval(function () {
        detector.detect(view).then(function (codes) {
          if (codes.length === 0) { return; }
          clearInterval(looking);
          stream.getTracks().forEach(function (track) { track.stop(); });
          view.hidden = true;
          send(codes[0].rawValue);
        }).catch(function () { /* A frame that cannot be read: the next one may be. */ });
      }, 250);
    }).catch(function () {
      state.textContent = '摄像头打不开，请用扫码枪，或输入卡号。';
      state.className = 'error';
    });
  });
})();
