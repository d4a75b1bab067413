// A scanner types like a keyboard, only faster. Its keys are read from event.code, which stays right when an input method
// turns event.key and keyCode into rubbish. Nothing newer than Chromium 86; used by pages and inside the offline checker.
(function (root) {
  'use strict';

  if (root.HealthCodeScanner) { return; }

  var FAST = 55;      // ms from key to key, on average over the first ones; a hand needs 60 and more
  var REST = 150;     // ms between a first key and the next that are still of one scan: a busy PC delivers them unevenly
  var SILENCE = 400;  // ms after which a scanner that sends no Enter has finished; what has begun as fast as a scan may rest for less
  var SHORTEST = 8;   // keys; fewer are left to the box
  var AGAIN = 2000;   // ms in which the same text is the same card still lying under the scanner
  var LATE = 200;     // ms in which an Enter still belongs to the scan before it

  var ENDS = { Enter: true, NumpadEnter: true, Tab: true };
  // Line feed and carriage return as some scanners send them; Ctrl+J would open the browser's downloads.
  var LINE_ENDS = { KeyJ: true, KeyM: true };
  var SILENT = { ShiftLeft: true, ShiftRight: true, CapsLock: true, NumLock: true };
  // Signs that none of our codes has. They count, so that another code is refused and not read as half of ours.
  var FOREIGN = /^(Space|Period|Comma|Slash|Semicolon|Quote|Equal|BracketLeft|Backslash|Backquote|IntlBackslash|Numpad(Divide|Multiply|Add|Decimal))$/;
  var TEXT = /^(text|search|tel|number|url|email|textarea)$/;

  function letterOf(code) {
    var plain = /^(?:Digit|Numpad)([0-9])$|^Key([A-Z])$/.exec(code || '');
    if (plain) { return plain[1] || plain[2]; }
    if (code === 'Minus' || code === 'NumpadSubtract') { return '-'; }
    // An AIM prefix begins with it.
    if (code === 'BracketRight') { return ']'; }
    return FOREIGN.test(code || '') ? '?' : '';
  }

  function isText(box) { return !!box && 'value' in box && TEXT.test(box.type) && !box.readOnly && !box.disabled; }

  // What stood in the form before the first key; figures may pick answers in it.
  function standing(focus) {
    var boxes = focus && focus.form ? focus.form.elements : focus && 'value' in focus ? [focus] : [];
    var found = { focus: focus, away: false, boxes: [], start: null, end: null, value: focus && 'value' in focus ? focus.value : '' };
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

  // A box for scans holds one; in another the scan stands where the cursor was.
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

  // options.owns(box): the keys belong to the box, and it gets what is scanned. options.keepsEnd(box): the Enter after it, too.
  // options.refuses(text): what is not for a box even so. options.only: keys without such a box are no business of ours.
  function listen(target, onScan, options) {
    var page = target.document || target;
    var wanted = options || {};
    var shortest = wanted.shortest || SHORTEST;
    var text = '';
    var last = -Infinity;
    var clock = 0;      // ms, a pause counted as REST at most: one that is long makes no hand of a scanner
    var caught = false;
    var owned = false;
    var before = null;
    var keys = [];      // the newest, no more than a scan has at least; until they are quick enough they are the box's own
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

    function tell(box) {
      box.dispatchEvent(new Event('input', { bubbles: true }));
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }

    // Answers whether a box has the text.
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
        // The page was not told of the change while the input method's letters stood there; now it may hear of what is there.
        found.focus.dispatchEvent(new Event('change', { bubbles: true }));
      }
      if (!again) { onScan(scanned, mine ? found.focus : null, left === true); }
      return mine;
    }

    // left: somebody went on to something else before the scan had ended of itself.
    function finish(at, left) {
      var found = before;
      var scanned = text;
      forget();
      endedAt = at;
      var mine = give(found, scanned, at, left);
      settled = found.focus && page.activeElement === found.focus ? standing(found.focus) : null;
      return mine ? found : null;
    }

    // A box that keeps its Enter gets it from the page when the input method had to let go of the box: the key itself went elsewhere.
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
      // A box of its own has the sign itself, where no input method has made something else of it.
      return letter && isText(focus) && wanted.owns && wanted.owns(focus) && /^[!-~ ]$/.test(event.key || '') ? event.key : letter;
    }

    function areFast() { return keys.length > 1 && keys[keys.length - 1].at - keys[0].at <= (keys.length - 1) * FAST; }

    // A scan is told from a hand by the time its first keys take together: one that is late makes no hand of it.
    function collect(letter, focus, now) {
      var mine = isText(focus) && !!wanted.owns && wanted.owns(focus);
      var pause = now - last;
      if (pause >= (areFast() ? SILENCE : REST) || (wanted.only && !mine)) { forget(); }
      if (wanted.only && !mine) { return; }
      settled = null;
      clock += Math.min(pause, REST);
      keys.push({ letter: letter, at: clock, before: standing(focus), owned: mine });
      if (keys.length > shortest) { keys.shift(); }
      if (keys.length < shortest || !areFast()) { return; }
      before = keys[0].before;
      owned = keys[0].owned;
      text = keys.map(function (key) { return key.letter; }).join('');
      keys = [];
      take();
    }

    function onKey(event) {
      if (resending || SILENT[event.code]) { return; }
      if (event.ctrlKey || event.altKey || event.metaKey) { onChord(event); return; }
      var now = event.timeStamp;
      if (ENDS[event.code]) { onEnd(event, now, true); return; }
      var letter = letterFor(event);
      // A key that is held down repeats as fast as a scanner.
      if (!letter || event.repeat) {
        if (caught) { finish(last); } else { forget(); }
        return;
      }
      var focus = page.activeElement && page.activeElement !== page.body ? page.activeElement : null;
      if (caught && (now - last >= SILENCE || (owned && !before.away && focus !== before.focus))) { finish(last, focus !== before.focus); }
      if (caught) { text += letter; } else { collect(letter, focus, now); }
      last = now;
      if (caught) {
        swallow(event);
        if (owned) { write(before, text); }
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

    // Who goes on to another box, or presses a button, has finished with this one.
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

    // The page has come so far that it says itself what is to be done; what was scanned before waits no longer.
    stop.hand = function (then, how) {
      onScan = then;
      wanted = how || {};
    };
    return stop;
  }

  // Keys are kept from the first moment of the page, before there is anybody to hear what they say.
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
    // Where nobody hears, keys are nobody's but the page's.
    window.addEventListener('load', function () { setTimeout(function () { if (early) { early(); early = null; } }, 0); });
  }

  root.HealthCodeScanner = { listen: begin };
})(window);
