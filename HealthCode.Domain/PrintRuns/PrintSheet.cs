namespace HealthCode.Domain.PrintRuns;

/// <summary>一张纸 — one sheet of a run: the cards at its places, and its result.</summary>
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

    /// <summary>Number in the run, from 1, in order of printing.</summary>
    public int Number { get; private set; }

    /// <summary>Key of the card at each place; null for an empty place.</summary>
    public IReadOnlyList<long?> Places { get; private set; }

    /// <summary>Number of the spoiled sheet it replaces, or null.</summary>
    public int? Repeats { get; private set; }

    /// <summary>接着用的纸: partly used and counted by an earlier run, so not counted again in the stock.</summary>
    public bool WasStartedBefore { get; private set; }

    /// <summary>Result of the check.</summary>
    public SheetState State { get; private set; }

    /// <summary>Day of the check, or null.</summary>
    public DateOnly? CheckedOn { get; private set; }

    /// <summary>Keys of the cards on the sheet.</summary>
    public IEnumerable<long> PassIds => Places.Where(place => place is not null).Select(place => place!.Value);

    internal void Check(SheetState state, DateOnly on) => (State, CheckedOn) = (state, on);

    internal void Withdraw(IReadOnlySet<long> passIds) =>
        Places = [.. Places.Select(place => place is { } id && passIds.Contains(id) ? null : place)];
}
