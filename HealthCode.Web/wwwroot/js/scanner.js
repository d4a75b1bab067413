// A scanner types like a keyboard, only faster. Its keys are read from event.code, which stays right when an input method
// turns event.key and keyCode into rubbish. Nothing newer than Chromium 86; used by pages and inside the offline checker.
(function (root) {
  'use strict';

  var FAST = 35;      // ms between two keys; a hand needs 60 and more
  var PAUSE = 80;     // ms between two keys after which the second one begins another scan
  var SILENCE = 300;  // ms after which a scanner that sends no Enter has finished; an old PC that is busy hands keys over late
  var SHORTEST = 8;   // keys; fewer are left to the box
  var AGAIN = 2000;   // ms in which the same text is the same card still lying under the scanner
  var LATE = 200;     // ms in which an Enter still belongs to the scan before it

  var ENDS = { Enter: true, NumpadEnter: true, Tab: true };
  var SILENT = { ShiftLeft: true, ShiftRight: true, CapsLock: true, NumLock: true };
  // Signs that none of our codes has. They count, so that another code is refused and not read as half of ours.
  var FOREIGN = /^(Space|Period|Comma|Slash|Semicolon|Quote|Equal|Bracket(Left|Right)|Backslash|Backquote|IntlBackslash|Numpad(Divide|Multiply|Add|Decimal))$/;

  function letterOf(code) {
    var plain = /^(?:Digit|Numpad)([0-9])$|^Key([A-Z])$/.exec(code || '');
    if (plain) { return plain[1] || plain[2]; }
    if (code === 'Minus' || code === 'NumpadSubtract') { return '-'; }
    return FOREIGN.test(code || '') ? '?' : '';
  }

  // What stood in the form before the first key; figures may pick answers in it.
  function standing(focus) {
    var boxes = focus && focus.form ? focus.form.elements : focus && 'value' in focus ? [focus] : [];
    var found = { focus: focus, away: false, boxes: [], start: null, end: null };
    Array.prototype.forEach.call(boxes, function (box) {
      if (box.type !== 'file' && 'value' in box) { found.boxes.push({ box: box, value: box.value, checked: box.checked, index: box.selectedIndex }); }
    });
    // Boxes for numbers and dates have no selection and some say so with an exception.
    try { found.start = focus.selectionStart; found.end = focus.selectionEnd; } catch (none) { found.start = null; }
    return found;
  }

  function putBack(found) {
    found.boxes.forEach(function (was) {
      var box = was.box;
      var changed = false;
      if (was.index !== undefined) {
        if (box.selectedIndex !== was.index) { box.selectedIndex = was.index; changed = true; }
      } else if (was.checked !== undefined && box.checked !== was.checked) {
        box.checked = was.checked; changed = true;
      } else if (box.value !== was.value) {
        box.value = was.value; changed = true;
      }
      if (changed) { box.dispatchEvent(new Event('input', { bubbles: true })); }
    });
  }

  function focusAgain(found, page) {
    var box = found.focus;
    if (!box || !box.focus || !page.contains(box)) { return; }
    if (page.activeElement !== box) { box.focus(); }
    try {
      if (found.start !== null && found.start !== undefined) { box.setSelectionRange(found.start, found.end); }
    } catch (none) { return; }
  }

  function listen(target, onScan, options) {
    var page = target.document || target;
    var shortest = (options && options.shortest) || SHORTEST;
    var text = '';
    var last = -Infinity;
    var caught = false;
    var before = null;
    var composing = false;
    var letGo = false;
    var timer = 0;
    var endedAt = -Infinity;
    var lastScan = { text: '', at: -Infinity };
    var settled = null;

    function swallow(event) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }

    function forget() {
      clearTimeout(timer);
      text = '';
      caught = false;
      before = null;
    }

    // An input method cannot be told to stop, but it lets go of a box that has lost the focus.
    function take() {
      caught = true;
      if (composing && before.focus && before.focus.blur) {
        before.away = true;
        letGo = true;
        before.focus.blur();
        letGo = false;
        composing = false;
      }
      putBack(before);
    }

    function finish(at) {
      var found = before;
      var scanned = text;
      forget();
      endedAt = at;
      putBack(found);
      focusAgain(found, page);
      // The page was not told of the change while the input method's letters stood there; now it may hear of what is there.
      if (found.away && found.focus) { found.focus.dispatchEvent(new Event('change', { bubbles: true })); }
      var again = scanned === lastScan.text && at - lastScan.at < AGAIN;
      lastScan = { text: scanned, at: at };
      if (!again) { onScan(scanned); }
      settled = found.focus && page.activeElement === found.focus ? standing(found.focus) : null;
    }

    function onKey(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || SILENT[event.code]) { return; }
      var now = event.timeStamp;
      if (ENDS[event.code]) {
        if (caught) { swallow(event); finish(now); } else if (now - endedAt < LATE) { swallow(event); } else { forget(); }
        return;
      }
      var letter = letterOf(event.code);
      // A key that is held down repeats as fast as a scanner.
      if (!letter || event.repeat) {
        if (caught) { finish(last); } else { forget(); }
        return;
      }
      if (text && now - last >= (caught ? PAUSE : FAST)) {
        if (caught) { finish(last); } else { forget(); }
      }
      if (!text) {
        var focus = page.activeElement;
        before = standing(focus && focus !== page.body ? focus : null);
        settled = null;
      }
      text += letter;
      last = now;
      if (!caught && text.length >= shortest) { take(); }
      if (caught) {
        swallow(event);
        clearTimeout(timer);
        timer = setTimeout(function () { finish(performance.now()); }, SILENCE);
      }
    }

    // What an input method writes comes without a key of its own.
    function onBeforeInput(event) {
      if (caught && event.cancelable) { swallow(event); }
    }

    function onComposition(event) {
      composing = event.type === 'compositionstart';
      // Some input methods write once more after the scan has ended.
      if (!composing && !letGo && settled && performance.now() - endedAt < LATE) { putBack(settled); }
    }

    function onChange(event) {
      if (letGo) { event.stopImmediatePropagation(); }
    }

    var ears = [['keydown', onKey], ['beforeinput', onBeforeInput], ['compositionstart', onComposition], ['compositionend', onComposition], ['change', onChange]];
    ears.forEach(function (ear) { target.addEventListener(ear[0], ear[1], true); });
    return function stop() {
      forget();
      ears.forEach(function (ear) { target.removeEventListener(ear[0], ear[1], true); });
    };
  }

  root.HealthCodeScanner = { listen: listen };
})(window);
