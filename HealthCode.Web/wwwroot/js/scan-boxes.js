// Fields for scans (data-scan): get the text of the scan even if an input method (IME) garbles the keys, and suppress
// the Ctrl+J of scanners that send a line feed, which would open the browser's downloads. The fields work without this file.
(function () {
  'use strict';

  if (!window.HealthCodeScanner || document.querySelector('form.check')) { return; }

  function isForScans(box) { return box.hasAttribute('data-scan'); }

  window.HealthCodeScanner.listen(document, function () { /* The field has it. */ }, { owns: isForScans, keepsEnd: isForScans, only: true });
})();
