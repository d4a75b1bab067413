// Recognizes a scanner, which types like a keyboard, only faster. Reads event.code, which stays right when an input method
// (IME) garbles event.key and keyCode. Uses only what Chromium 86 supports; used by pages and by the offline checker.
(function (root) {
  'use strict';

  if (root.HealthCodeScanner) { return; }

  var FAST = 55;      // ms between keys, on average over the first ones; typing by hand takes 60 ms and more
  var REST = 150;     // longest pause in ms at the beginning of a scan; a busy PC delivers keys unevenly
  var SILENCE = 400;  // ms after which a scan without Enter is complete; also the longest pause once the keys are fast
  var STALL = 1000;   // the same in ms where a field owns its scans: a key taken for a hand's would be lost from the number in it
  var SHORTEST = 8;   // keys; fewer are not a scan and stay in the field
  var AGAIN = 2000;   // ms within which the same text is the same card still under the scanner, and ignored
  var LATE = 200;     // ms within which an Enter belongs to the scan before it

  var ENDS = { Enter: true, NumpadEnter: true, Tab: true };
  // Line feed and carriage return as some scanners send them (Ctrl+J, Ctrl+M); Ctrl+J would open the browser's downloads.
  var LINE_ENDS = { KeyJ: true, KeyM: true };
  var SILENT = { ShiftLeft: true, ShiftRight: true, CapsLock: true, NumLock: true };
  // Characters that occur in none of our codes. They are kept (as "?"), so that a foreign code is rejected and not read in part.
  var FOREIGN = /^(Space|Period|Comma|Slash|Semicolon|Quote|Equal|BracketLeft|Backslash|Backquote|IntlBackslash|Numpad(Divide|Multiply|Add|Decimal))$/;
  var TEXT = /^(text|search|tel|number|url|email|textarea)$/;

  function letterOf(code) {
    var plain = /^(?:Digit|Numpad)([0-9])$|^Key([A-Z])$/.exec(code || '');
    if (plain) { return plain[1] || plain[2]; }
    if (code === 'Minus' || code === 'NumpadSubtract') { return '-'; }
    // The first character of an AIM prefix.
    if (code === 'BracketRight') { return ']'; }
    return FOREIGN.test(code || '') ? '?' : '';
  }

  function isText(box) { return !!box && 'value' in box && TEXT.test(box.type) && !box.readOnly && !box.disabled; }

  // The state of the form before the first key, because the digits of a scan may have selected radio buttons in it.
  function standing(focus) {
    var boxes = focus && focus.form ? focus.form.elements : focus && 'value' in focus ? [focus] : [];
    var found = { focus: focus, away: false, boxes: [], start: null, end: null, value: focus && 'value' in focus ? focus.value : '' };
    Array.prototype.forEach.call(boxes, function (box) {
      if (box.type !== 'file' && 'value' in box) { found.boxes.push({ box: box, value: box.value, checked: box.checked, index: box.selectedIndex }); }
    });
    // Number and date inputs have no selection; some throw when asked for it.
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

  // A field with data-scan is replaced by the scan; in others the scan is inserted at the cursor.
  function write(found, text) {
    var box = found.focus;
    var whole = box.hasAttribute('data-scan') || found.start === null || found.start === undefined;
    var at = whole ? 0 : found.start;
    box.value = whole ? text : found.value.slice(0, at) + text + found.value.slice(found.end);
    return at + text.length;
  }

  function focusAgain(found, page, from, to) {
    var box = found.focus;
    if (!box || !box.focus || !page.contains(box)) { return; }
    if (page.activeElement !== box) { box.focus(); }
    try {
      if (from !== null && from !== undefined) { box.setSelectionRange(from, to); }
    } catch (none) { return; }
  }

  // options.owns(box): a scan into this field is written into it. options.keepsEnd(box): the field also gets the Enter after it.
  // options.refuses(text): such a scan is not written into the field. options.only: ignores keys outside owned fields.
  function listen(target, onScan, options) {
    var page = target.document || target;
    var wanted = options || {};
    var shortest = wanted.shortest || SHORTEST;
    var text = '';
    var last = -Infinity;
    var clock = 0;      // ms; a pause counts as REST at most, so that one long pause does not rule out a scan
    var caught = false;
    var owned = false;
    var before = null;
    var keys = [];      // the newest ones, as many as the shortest scan has; they go to the field until they are fast enough
    var head = null;    // what came before them in a field that owns its scans: the first keys of a scan may be late
    var composing = false;
    var letGo = false;
    var resending = false;
    var timer = 0;
    var endedAt = -Infinity;
    var lastScan = { text: '', at: -Infinity, box: null };
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
      keys = [];
      head = null;
    }

    // Composition of an input method cannot be cancelled, but it ends when the field loses the focus.
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

    function tell(box) {
      box.dispatchEvent(new Event('input', { bubbles: true }));
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }

    // Delivers a scan; returns whether it was written into the field.
    function give(found, scanned, at, left) {
      var mine = owned && !(wanted.refuses && wanted.refuses(scanned));
      var again = scanned === lastScan.text && at - lastScan.at < AGAIN && (!mine || lastScan.box === found.focus);
      var end = null;
      lastScan = { text: scanned, at: at, box: mine ? found.focus : null };
      putBack(found);
      if (mine && !again) { end = write(found, scanned); }
      focusAgain(found, page, end === null ? found.start : end, end === null ? found.end : end);
      if (end !== null) {
        tell(found.focus);
      } else if (found.away && found.focus) {
        // The change event was suppressed while the field held the input method's text; send it now for the restored value.
        found.focus.dispatchEvent(new Event('change', { bubbles: true }));
      }
      if (!again) { onScan(scanned, mine ? found.focus : null, left === true); }
      return mine;
    }

    // left: the user went on to something else before the scan had ended.
    function finish(at, left) {
      var found = before;
      var scanned = text;
      forget();
      endedAt = at;
      var mine = give(found, scanned, at, left);
      settled = found.focus && page.activeElement === found.focus ? standing(found.focus) : null;
      return mine ? found : null;
    }

    // Sends an Enter to a field that keeps it, if the field had lost the focus to end a composition and so missed the real key.
    function resend(box) {
      resending = true;
      var goes = box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
      resending = false;
      if (goes && box.form && box.form.requestSubmit) { box.form.requestSubmit(); }
    }

    function onEnd(event, now, fresh) {
      if (!caught) {
        if (now - endedAt < LATE && !(fresh && wanted.only)) { swallow(event); } else if (fresh) { forget(); }
        return;
      }
      var box = finish(now);
      if (box && fresh && wanted.keepsEnd && wanted.keepsEnd(box.focus)) {
        if (event.code === 'Tab' || (!box.away && event.key === 'Enter')) { return; }
        swallow(event);
        resend(box.focus);
        return;
      }
      swallow(event);
    }

    function onChord(event) {
      var now = event.timeStamp;
      if (event.ctrlKey && !event.altKey && !event.metaKey && LINE_ENDS[event.code]) {
        if (caught) {
          onEnd(event, now, false);
        } else if (now - Math.max(endedAt, last) < LATE) {
          swallow(event);
        }
        return;
      }
      if (caught && owned && !/^(Control|Alt|Meta|OS)/.test(event.code)) { finish(last, true); }
    }

    function letterFor(event) {
      var letter = letterOf(event.code);
      var focus = text ? before && before.focus : page.activeElement;
      // An owned field gets the typed character itself, unless an input method has changed it.
      return letter && isText(focus) && wanted.owns && wanted.owns(focus) && /^[!-~ ]$/.test(event.key || '') ? event.key : letter;
    }

    function longestPause(mine) { return mine ? STALL : caught || areFast() ? SILENCE : REST; }

    function areFast() { return keys.length > 1 && keys[keys.length - 1].at - keys[0].at <= (keys.length - 1) * FAST; }

    function pass(key, focus) {
      if (!key.owned || key.before.focus !== focus) { head = null; return; }
      head = head || { before: key.before, text: '' };
      head.text += key.letter;
    }

    // Recognizes a scan by the total time of its first keys, so that a single late key does not matter.
    function collect(letter, focus, now) {
      var mine = isText(focus) && !!wanted.owns && wanted.owns(focus);
      var pause = now - last;
      if (pause >= longestPause(mine) || (wanted.only && !mine)) { forget(); }
      if (wanted.only && !mine) { return; }
      settled = null;
      clock += Math.min(pause, REST);
      keys.push({ letter: letter, at: clock, before: standing(focus), owned: mine });
      if (keys.length > shortest) { pass(keys.shift(), focus); }
      if (keys.length < shortest || !areFast()) { return; }
      before = (head || keys[0]).before;
      owned = keys[0].owned;
      text = (head ? head.text : '') + keys.map(function (key) { return key.letter; }).join('');
      keys = [];
      take();
    }

    function onKey(event) {
      if (resending || SILENT[event.code]) { return; }
      if (event.ctrlKey || event.altKey || event.metaKey) { onChord(event); return; }
      var now = event.timeStamp;
      if (ENDS[event.code]) { onEnd(event, now, true); return; }
      var letter = letterFor(event);
      // A key held down repeats as fast as a scanner.
      if (!letter || event.repeat) {
        if (caught) { finish(last); } else { forget(); }
        return;
      }
      var focus = page.activeElement && page.activeElement !== page.body ? page.activeElement : null;
      if (caught && (now - last >= longestPause(owned) || (owned && !before.away && focus !== before.focus))) { finish(last, focus !== before.focus); }
      if (caught) { text += letter; } else { collect(letter, focus, now); }
      last = now;
      if (caught) {
        swallow(event);
        if (owned) { write(before, text); }
        clearTimeout(timer);
        timer = setTimeout(function () { finish(performance.now()); }, longestPause(owned));
      }
    }

    // Text of an input method arrives without a keydown of its own.
    function onBeforeInput(event) {
      if (caught && event.cancelable) { swallow(event); }
    }

    function onComposition(event) {
      composing = event.type === 'compositionstart';
      // Some input methods insert their text once more after the scan has ended; undo that.
      if (!composing && !letGo && settled && performance.now() - endedAt < LATE) { putBack(settled); }
    }

    function onChange(event) {
      if (letGo) { event.stopImmediatePropagation(); }
    }

    // A click anywhere ends a scan into a field.
    function onLeave() {
      if (caught && owned && !letGo && !before.away) { finish(last, true); }
    }

    var ears = [['keydown', onKey], ['beforeinput', onBeforeInput], ['compositionstart', onComposition], ['compositionend', onComposition],
      ['change', onChange], ['pointerdown', onLeave]];
    ears.forEach(function (ear) { target.addEventListener(ear[0], ear[1], true); });

    function stop() {
      forget();
      ears.forEach(function (ear) { target.removeEventListener(ear[0], ear[1], true); });
    }

    // Replaces callback and options: the page's own script takes over from the early listener.
    stop.hand = function (then, how) {
      onScan = then;
      wanted = how || {};
    };
    return stop;
  }

  // With data-early, scans are buffered until the page's own script calls listen.
  var early = null;
  var waiting = [];

  function begin(target, onScan, options) {
    if (!early || target !== document) { return listen(target, onScan, options); }
    var stop = early;
    early = null;
    stop.hand(onScan, options);
    waiting.splice(0).forEach(function (scanned) { onScan(scanned, null); });
    return stop;
  }

  if (document.currentScript && document.currentScript.hasAttribute('data-early')) {
    early = listen(document, function (scanned) { waiting.push(scanned); });
    // If no script has called listen by the load event, stop listening.
    window.addEventListener('load', function () { setTimeout(function () { if (early) { early(); early = null; } }, 0); });
  }

  root.HealthCodeScanner = { listen: begin };
})(window);
