// Finds the code in scanned or typed text, ignoring what surrounds it: an AIM prefix (]Q1), quotes, blanks, a line end.
// Same algorithm as ScannedCode on the server, tested with the same vectors. Used by pages and by the offline checker.
(function (root) {
  'use strict';

  if (root.HealthCodeScan) { return; }

  var ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  var CHARACTERS = 25;   // of one group, which encodes 16 bytes
  var WHOLE = 125;
  var LONGEST = 400;
  var SHORTEST = 4;      // a shorter text is not taken for an incomplete code
  var LONGEST_PREFIX = 8;

  function isCharacter(letter) { return letter !== '' && ALPHABET.indexOf(letter) >= 0; }

  function plainOf(text) {
    return text.replace(/[\s\p{Cc}\p{Cf}]/gu, '')
      .replace(/[！-～]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xFEE0); })
      .replace(/[a-z]/g, function (letter) { return letter.toUpperCase(); });
  }

  function groupOf(text, from) {
    var bytes = new Uint8Array(16);
    for (var at = 0; at < CHARACTERS; at++) {
      var carry = isCharacter(text.charAt(from + at)) ? ALPHABET.indexOf(text.charAt(from + at)) : -1;
      if (carry < 0) { return null; }
      for (var place = 15; place >= 0; place--) {
        carry += bytes[place] * 36;
        bytes[place] = carry & 255;
        carry >>= 8;
      }
      // A group of 25 base-36 characters can exceed 128 bits; then it is not valid.
      if (carry) { return null; }
    }
    return bytes;
  }

  function figures(bytes, from, to) {
    var value = 0;
    for (var at = from; at < to; at++) { value = value * 256 + bytes[at]; }
    return value;
  }

  // ISO 7064 MOD 11-2: the digit n places before the check character has the weight 2^n.
  function checkOf(digits) {
    var sum = 0;
    for (var at = 0; at < digits.length; at++) { sum = (sum + Number(digits[at])) * 2 % 11; }
    return '0123456789X'[(12 - sum) % 11];
  }

  // Parses the first 16 bytes; null if no office could have issued this.
  function headOf(bytes) {
    if (!bytes || bytes[0] !== 1 || bytes[1] === 0) { return null; }
    var office = figures(bytes, 2, 7);
    var sequence = figures(bytes, 7, 10);
    if (office > 999999999999 || sequence < 1 || sequence > 9999999) { return null; }
    var code = String(office).padStart(12, '0');
    if (code.slice(0, 2) === '00') { return null; }
    var body = code + String(sequence).padStart(7, '0');
    var first = figures(bytes, 10, 12);
    return { office: code, keyNumber: bytes[1], number: body + checkOf(body), first: first, last: first + bytes[12] };
  }

  function bytesOf(text) {
    var bytes = new Uint8Array(WHOLE / CHARACTERS * 16);
    for (var at = 0; at < WHOLE; at += CHARACTERS) {
      var group = groupOf(text, at);
      if (!group) { return null; }
      bytes.set(group, at / CHARACTERS * 16);
    }
    return bytes;
  }

  function isWhole(plain, from) {
    for (var at = from; at < from + WHOLE; at++) {
      if (!isCharacter(plain.charAt(at))) { return false; }
    }
    return true;
  }

  // All different tokens in the text, and whether an incomplete one begins in it.
  function tokensIn(plain) {
    var found = { texts: [], cutOff: false };
    var run = 0;
    var at = 0;
    while (at + CHARACTERS <= plain.length) {
      if (at > 0 && !isCharacter(plain[at - 1])) { run = at; }
      if (headOf(groupOf(plain, at))) {
        var whole = isWhole(plain, at);
        var text = plain.substr(at, WHOLE);
        if (whole && bytesOf(text)) {
          if (found.texts.indexOf(text) < 0) { found.texts.push(text); }
          at += WHOLE;
          continue;
        }
        if (!whole && at - run <= LONGEST_PREFIX) { found.cutOff = true; }
      }
      at++;
    }
    return found;
  }

  // Strips leading and trailing other characters and the AIM prefix, whose bracket an input method may turn into 】.
  function coreOf(plain) {
    var from = plain.search(/[0-9A-Z]/);
    if (from < 0) { return ''; }
    var core = plain.slice(from);
    if (/[\]】]/.test(plain.charAt(from - 1)) && /^[A-Z][0-9A-Z]./.test(core)) { core = core.slice(2).replace(/^[^0-9A-Z]+/, ''); }
    return core.replace(/[^0-9A-Z]+$/, '');
  }

  function isShort(core, bare) {
    return bare.length > 0 && bare.length < WHOLE && ((core.length >= SHORTEST && /^[0-9A-Z]+$/.test(core)) || /^[0-9X]+$/.test(bare));
  }

  // kind: "nothing", "token", "number", "part" (incomplete) or "other" (complete, but not a code of a card).
  function read(given) {
    var text = String(given);
    if (text.length > LONGEST) { return { kind: 'other', text: '' }; }
    var plain = plainOf(text);
    var tokens = tokensIn(plain);
    var core = coreOf(plain);
    if (tokens.texts.length > 0) {
      return tokens.texts.length === 1 ? { kind: 'token', text: tokens.texts[0] } : { kind: 'part', text: core };
    }
    var bare = core.replace(/-/g, '');
    // An input method may have dropped the bracket of the AIM prefix.
    var number = /^(?:[A-Z][0-9A-Z])?([0-9]{19}[0-9X])$/.exec(bare);
    if (number && checkOf(number[1].slice(0, 19)) === number[1][19]) { return { kind: 'number', text: number[1] }; }
    var kind = plain === '' ? 'nothing' : tokens.cutOff || isShort(core, bare) ? 'part' : 'other';
    return { kind: kind, text: core };
  }

  root.HealthCodeScan = { read: read, bytesOf: bytesOf, headOf: headOf, checkOf: checkOf };
})(window);
