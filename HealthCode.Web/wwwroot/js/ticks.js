// Lists with ticks: 全选, 全不选 and other choices without a round trip, and the figures that follow from the ticks: how many cards each button
// concerns (data-counts), how many sheets of paper are needed (data-tally). Without this file the choices are links that load the list ticked.
(function () {
  'use strict';

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  each(document.querySelectorAll('form[data-ticks]'), function (form) {
    var ticks = Array.prototype.slice.call(form.querySelectorAll('input.tick'));
    var choices = form.querySelectorAll('a[data-tick]');
    var tally = form.querySelector('[data-tally]');
    var first = form.querySelector('[name="Input.FirstPlace"]');
    if (ticks.length === 0) { return; }

    // A choice is the kind of the ticks it sets; "all" sets every one and "none" no one.
    function fits(tick, choice) {
      return choice === 'all' || (' ' + (tick.getAttribute('data-kinds') || '') + ' ').indexOf(' ' + choice + ' ') >= 0;
    }

    function turn() {
      var ticked = ticks.filter(function (tick) { return tick.checked; });
      each(form.querySelectorAll('[data-counts]'), function (count) {
        count.textContent = ' ' + ticked.filter(function (tick) { return fits(tick, count.getAttribute('data-counts')); }).length + ' 张';
      });
      each(choices, function (link) {
        var choice = link.getAttribute('data-tick');
        var isSo = ticks.every(function (tick) { return tick.checked === fits(tick, choice); });
        if (isSo) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); }
      });
      if (tally) {
        var places = Number(tally.getAttribute('data-places'));
        var start = first ? Number(first.value) : 1;
        var before = start >= 1 && start <= places ? start - 1 : 0;
        var figures = tally.querySelectorAll('.figure');
        figures[0].textContent = ticked.length;
        figures[1].textContent = ticked.length === 0 ? 0 : Math.ceil((before + ticked.length) / places);
      }
    }

    each(choices, function (link) {
      link.addEventListener('click', function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
        event.preventDefault();
        ticks.forEach(function (tick) { tick.checked = fits(tick, link.getAttribute('data-tick')); });
        turn();
      });
    });
    form.addEventListener('change', turn);
    form.addEventListener('input', turn);
    turn();
  });
}());
