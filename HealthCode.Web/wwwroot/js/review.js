// 审核: shows the temperature as it will be parsed, and enables 不予办理 only when a ground is ticked.
// The page works without this file; the server enforces the rules.
(function () {
  'use strict';

  var temperature = document.querySelector('[data-temperature]');
  var refuse = document.querySelector('[data-needs-ground]');

  function read(text) {
    var half = text.replace(/[０-９．]/g, function (d) { return String.fromCharCode(d.charCodeAt(0) - 0xFEE0); }).replace(/[。,，、]/, '.').trim();
    if (/^\d{3}$/.test(half)) { half = half.slice(0, 2) + '.' + half.slice(2); }
    return /^\d{2}(\.\d)?$/.test(half) ? Number(half).toFixed(1) + ' ℃' : '';
  }

  if (temperature) {
    var echo = document.createElement('output');
    echo.className = 'echo';
    temperature.insertAdjacentElement('afterend', echo);
    var show = function () { echo.textContent = read(temperature.value); };
    temperature.addEventListener('input', show);
    show();
    // Selects an existing value, so that typing replaces it. Chromium may apply autofocus after this script has run.
    temperature.addEventListener('focus', temperature.select);
    if (document.activeElement === temperature) { temperature.select(); }
  }

  // Shows the date fields of a clause only if it applies, has a value already, or has an error.
  Array.prototype.forEach.call(document.querySelectorAll('.clause'), function (clause) {
    var boxes = clause.querySelector('.boxes');
    var fold = function () {
      var applies = clause.querySelector('input[name$=".Applies"][value="True"]').checked;
      var filled = Array.prototype.some.call(boxes.querySelectorAll('input[type=text]'), function (box) { return box.value; });
      boxes.hidden = !(applies || filled || clause.classList.contains('matters') || boxes.querySelector('.field-wrong'));
    };
    clause.addEventListener('input', fold);
    fold();
  });

  if (refuse) {
    var grounds = function () {
      var clause = document.querySelector('input[name^="Input.Clauses"][name$=".Applies"][value="True"]:checked');
      var condition = ['LowRiskResidence', 'ManagedHere', 'NeedsToGoOut'].some(function (name) {
        return document.querySelector('input[name="Input.' + name + '"][value="False"]:checked');
      });
      refuse.disabled = !(clause || condition);
      refuse.title = refuse.disabled ? '先在五条或申办条件中认定一项' : '';
    };
    document.addEventListener('change', grounds);
    grounds();
  }
})();
