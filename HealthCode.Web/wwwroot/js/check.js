// 查验: a scanned card fills the code field and submits it. While a person is being checked, another card is not submitted;
// scans into a focused field, and ID card numbers wherever the focus is, belong to the person being checked.
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
    // If the temperature is measured first, the code stays in the field until the guard has ticked the temperature.
    if (normal.length && !form.querySelector('input[name="Input.FoundNormal"]:checked')) {
      state.textContent = '卡已扫到。先测温：请勾选体温是否正常，再按“查验”。';
      state.className = 'error';
      normal[0].focus();
      return;
    }
    state.textContent = '正在查…';
    if (form.requestSubmit) { form.requestSubmit(); } else { form.submit(); }
  }

  var paper = steps && steps.elements['Input.DocumentNumber'];
  var compare = document.getElementById('compare');

  function isCard(text) { return window.HealthCodeScan.read(text).kind === 'token'; }

  window.HealthCodeScanner.listen(document, function (text, box, left) {
    if (form) { send(text); return; }
    if (!steps || (box && (box !== paper || !compare))) { return; }
    if (box || (compare && /^([0-9]{15}|[0-9]{17}[0-9X])$/.test(text))) {
      paper.value = text;
      if (!left) { compare.click(); }
      return;
    }
    state.hidden = false;
    state.scrollIntoView({ block: 'nearest' });
  }, {
    owns: function (box) { return !!steps && box.form === steps; },
    refuses: isCard
  });

  if (paper && compare) {
    paper.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter' || event.isComposing || !paper.value.trim()) { return; }
      event.preventDefault();
      compare.click();
    });
  }

  // Shows an incident as soon as it is ticked or typed, before the form is sent. The verdict on an invalid card stays.
  var band = document.getElementById('verdict');
  if (steps && band) {
    var word = band.querySelector('.verdict-word');
    var advice = document.getElementById('advice');
    var incident = document.getElementById('incident');
    var kinds = document.getElementById('incident-kinds');
    var record = document.getElementById('record');
    var chosen = function (name) {
      var box = steps.querySelector('input[name="' + name + '"]:checked') || steps.querySelector('input[type=hidden][name="' + name + '"]');
      return box ? box.value.toLowerCase() : '';
    };
    var turn = function (event) {
      var held = JSON.parse(steps.getAttribute('data-seen'));
      var officials = JSON.parse(steps.getAttribute('data-official'));
      if (chosen('Input.FoundNormal') === 'false') { held.push(steps.getAttribute('data-not-normal')); }
      if (officials[chosen('Input.Official')]) { held.push(officials[chosen('Input.Official')]); }
      var good = band.hasAttribute('data-good');
      var back = good && held.length > 0;
      band.className = 'verdict verdict-' + (back ? 'stop' : band.getAttribute('data-tone'));
      if (word.textContent !== (back ? held[0] : band.getAttribute('data-word'))) { word.textContent = back ? held[0] : band.getAttribute('data-word'); }
      advice.textContent = back ? band.getAttribute('data-held') : band.getAttribute('data-advice');
      var isNew = incident.hidden && held.length > 0;
      incident.hidden = held.length === 0;
      // What is asked for now would lie under the bar of buttons.
      if (isNew && event) { incident.scrollIntoView({ block: 'nearest' }); }
      kinds.textContent = held.join('；');
      if (record) {
        record.classList.toggle('hold', held.length > 0);
        record.firstElementChild.textContent = held.length > 0 ? '登记这个情况' : '放行';
      }
    };
    steps.addEventListener('input', turn);
    steps.addEventListener('change', turn);
    turn();
  }

  // Selects a number that was not accepted, so that typing replaces it.
  if (form && form.elements['Input.Code'].value) { form.elements['Input.Code'].select(); }

  // Focuses the first field with an error, or else the first unanswered question.
  if (steps) {
    var open = steps.querySelector('.field-wrong input:not([type=hidden])') ||
      steps.querySelector('.pick.open input[name="Input.FoundNormal"], input[type=checkbox]:not(:checked)') || steps.querySelector('button.main');
    if (open) { open.focus(); }
  }

  // The camera. Once it is on, it is on again for the next person, until it is switched off.
  var camera = window.HealthCodeCamera;
  if (!camera) { return; }
  if (band && camera.wasOn()) { camera.tone(/verdict-good/.test(band.className) ? [880] : [300, 300]); }
  var button = document.getElementById('camera');
  if (!form || !button) { return; }
  if (!camera.canOpen) {
    document.getElementById('camera-needs').hidden = window.isSecureContext !== false;
    return;
  }
  var off = null;
  function turnOn() {
    off = camera.watch({
      view: document.getElementById('camera-view'),
      url: button.getAttribute('data-frame-url'),
      token: form.elements.__RequestVerificationToken.value,
      found: send,
      say: function (sentence, isFault) { state.textContent = sentence; state.className = isFault ? 'error' : 'hint'; },
      off: function () { off = null; button.textContent = '用摄像头扫'; }
    });
    button.textContent = '关摄像头';
    // The keyboard of a telephone would cover the picture.
    if (window.matchMedia('(pointer: coarse)').matches && document.activeElement) { document.activeElement.blur(); }
  }
  button.hidden = false;
  button.addEventListener('click', function () { if (off) { off(); } else { turnOn(); } });
  if (camera.wasOn()) { turnOn(); }
})();
