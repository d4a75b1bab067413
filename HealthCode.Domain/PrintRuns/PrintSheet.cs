namespace HealthCode.Domain.PrintRuns;

/// <summary>一张纸 — one sheet of a run: what lies on which place, and what became of it.</summary>
public sealed class PrintSheet
{
    internal PrintSheet(int number, IReadOnlyList<long?> places, int? repeats, bool wasStartedBefore)
    {
        (Number, Places, Repeats, WasStartedBefore, State) = (number, places, repeats, wasStartedBefore, SheetState.AwaitingCheck);
    }

    private PrintSheet()
    {
        Places = [];
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Its number in the run, from 1, as it comes out of the printer.</summary>
    public int Number { get; private set; }

    /// <summary>The cards by their keys, place by place; null is empty.</summary>
    public IReadOnlyList<long?> Places { get; private set; }

    /// <summary>The number of the spoiled sheet it is printed again for, or null.</summary>
    public int? Repeats { get; private set; }

    /// <summary>接着用的纸: an earlier run printed on it and counted it; the stock book does not count it again.</summary>
    public bool WasStartedBefore { get; private set; }

    /// <summary>What became of it.</summary>
    public SheetState State { get; private set; }

    /// <summary>The day it was checked, or null.</summary>
    public DateOnly? CheckedOn { get; private set; }

    /// <summary>The cards on it.</summary>
    public IEnumerable<long> PassIds => Places.Where(place => place is not null).Select(place => place!.Value);

    internal void Check(SheetState state, DateOnly on) => (State, CheckedOn) = (state, on);

    internal void Withdraw(IReadOnlySet<long> passIds) =>
        Places = [.. Places.Select(place => place is { } id && passIds.Contains(id) ? null : place)];
}
