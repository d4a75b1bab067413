// Boxes that are scanned into (data-scan): whatever the input method makes of a scanner's keys, the box has what was scanned,
// and the line feed that some scanners send after it does not open the browser's downloads. The boxes work without this file.
(function () {
  'use strict';

  if (!window.HealthCodeScanner || document.querySelector('form.check')) { return; }

  function isForScans(box) { return box.hasAttribute('data-scan'); }

  window.HealthCodeScanner.listen(document, function () { /* The box has it. */ }, { owns: isForScans, keepsEnd: isForScans, only: true });
})();
