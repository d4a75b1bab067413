// Lists with ticks: 全选, and how many of the ticked cards each button concerns. Without this file the link 全选 loads the list ticked.
(function () {
  'use strict';

  Array.prototype.forEach.call(document.querySelectorAll('form[data-ticks]'), function (form) {
    var all = form.querySelector('[data-tick-all]');
    function ticks() { return Array.prototype.slice.call(form.querySelectorAll('input.tick')); }

    function turn() {
      var ticked = ticks().filter(function (tick) { return tick.checked; });
      Array.prototype.forEach.call(form.querySelectorAll('[data-counts]'), function (count) {
        var number = ticked.filter(function (tick) { return tick.getAttribute('data-state') === count.getAttribute('data-counts'); }).length;
        count.textContent = ' ' + number + ' 张';
        var button = count.closest('button');
        button.disabled = number === 0 && ticked.length === 0;
      });
      if (all) { all.textContent = ticked.length > 0 && ticked.length === ticks().length ? '全不选' : '全选'; }
    }

    if (all) {
      all.addEventListener('click', function (event) {
        event.preventDefault();
        var every = ticks();
        var on = every.some(function (tick) { return !tick.checked; });
        every.forEach(function (tick) { tick.checked = on; });
        turn();
      });
    }
    form.addEventListener('change', turn);
    turn();
  });
})();
