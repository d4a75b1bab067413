// 扫一张记一张: a sound for each card, high if it was recorded, low twice if not; shows the collector only for 已发放.
// The page works without this file.
(function () {
  'use strict';

  function tone(good) {
    try {
      var player = new window.AudioContext();
      (good ? [880] : [300, 300]).forEach(function (pitch, index) {
        var voice = player.createOscillator();
        voice.frequency.value = pitch;
        voice.connect(player.destination);
        voice.start(player.currentTime + index * 0.25);
        voice.stop(player.currentTime + index * 0.25 + 0.15);
      });
    } catch (silent) { return; }
  }

  var said = document.querySelector('[data-tone]');
  if (said) { tone(said.getAttribute('data-tone') === 'good'); }

  var form = document.getElementById('check');
  // What is recorded is asked first; a scanned card is read wherever the cursor stands.
  var steps = form ? form.querySelectorAll('input[name="Input.Step"]') : [];
  if (steps.length > 0 && !form.querySelector('input[name="Input.Step"]:checked')) { steps[0].focus(); }
  var only = form && form.querySelector('[data-only-for]');
  if (!only) { return; }
  function turn() {
    var step = form.querySelector('input[name="Input.Step"]:checked');
    only.hidden = !step || step.value !== only.getAttribute('data-only-for');
  }
  form.addEventListener('change', turn);
  turn();
})();
