using HealthCode.Domain.Auditing;

namespace HealthCode.Tests.Domain.Auditing;

/// <summary>走链: whatever is done to the lines is found and named.</summary>
public sealed class AuditWalkTests
{
    private static readonly AuditKey Key = new([.. Enumerable.Range(0, AuditKey.Size).Select(i => (byte)i)]);

    [Fact]
    public void Lines_as_they_were_written_are_in_order() => Assert.Empty(Walk(Chain(20)));

    [Fact]
    public void An_empty_chain_is_in_order() => Assert.Empty(Walk([], AuditHead.None));

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(20)]
    public void A_changed_line_is_named(int number)
    {
        var lines = Chain(20);
        lines[number - 1] = lines[number - 1] with { Payload = lines[number - 1].Payload with { Detail = "别的" } };

        AssertFound(Walk(lines), (AuditFaultKind.Changed, number, number));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(20)]
    public void A_changed_moment_or_word_is_named(int number)
    {
        var lines = Chain(20);
        lines[number - 1] = lines[number - 1] with { At = "2020-03-05T02:00:00.0000000Z" };
        AssertFound(Walk(lines), (AuditFaultKind.Changed, number, number));

        lines = Chain(20);
        lines[number - 1] = lines[number - 1] with { Action = "查看" };
        AssertFound(Walk(lines), (AuditFaultKind.Changed, number, number));
    }

    [Fact]
    public void A_change_that_brings_its_own_hashes_is_named_nevertheless()
    {
        var lines = Chain(20);
        var payload = lines[9].Payload with { Detail = "别的" };
        var forger = new AuditKey(new byte[AuditKey.Size]);
        lines[9] = lines[9] with { Payload = payload, PayloadHash = payload.Hash(), Hash = forger.HashOf(lines[9].PreviousHash, 10, lines[9].At, lines[9].Action, payload.Hash()) };

        AssertFound(Walk(lines), (AuditFaultKind.Changed, 10, 10));
    }

    [Fact]
    public void Removed_lines_are_named()
    {
        var lines = Chain(20);
        lines.RemoveRange(4, 3);
        lines.RemoveAt(10);

        AssertFound(Walk(lines), (AuditFaultKind.Removed, 5, 7), (AuditFaultKind.Removed, 14, 14));
    }

    [Fact]
    public void The_first_line_cannot_be_removed_unseen() => AssertFound(Walk(Chain(20)[1..]), (AuditFaultKind.Removed, 1, 1));

    [Fact]
    public void A_tail_that_was_cut_off_is_named() => AssertFound(Walk(Chain(20)[..15]), (AuditFaultKind.TailCut, 16, 20));

    [Fact]
    public void A_table_that_was_emptied_is_a_tail_that_was_cut_off() => AssertFound(Walk([]), (AuditFaultKind.TailCut, 1, 20));

    [Fact]
    public void An_inserted_line_is_named_and_those_it_pushed_on_are_ours()
    {
        var lines = Chain(20);
        var pushed = lines[10..].Select(line => line with { Number = line.Number + 1 }).ToList();
        lines = [.. lines[..10], lines[5] with { Number = 11 }, .. pushed];

        AssertFound(Walk(lines), (AuditFaultKind.Inserted, 11, 11));
    }

    [Fact]
    public void A_line_added_at_the_end_is_named()
    {
        var lines = Chain(20);
        lines.Add(lines[^1] with { Number = 21, PreviousHash = lines[^1].Hash });

        AssertFound(Walk(lines), (AuditFaultKind.Inserted, 21, 21));
    }

    [Fact]
    public void Two_lines_that_changed_places_are_found()
    {
        var lines = Chain(20);
        (lines[4], lines[5]) = (lines[5] with { Number = 5 }, lines[4] with { Number = 6 });

        var faults = Walk(lines);
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.InRange(fault.First, 5, 6));
    }

    [Fact]
    public void A_line_of_ours_from_another_copy_of_the_file_does_not_fit()
    {
        var (lines, other) = (Chain(20), Chain(20, "另一份"));
        lines[9] = other[9];

        Assert.Contains((AuditFaultKind.Changed, 10, 10), Walk(lines));
    }

    [Fact]
    public void What_was_written_after_the_head_was_remembered_is_ours()
    {
        var lines = Chain(20);

        Assert.Empty(Walk(lines, new(15, lines[14].Hash)));
    }

    [Fact]
    public void A_payload_that_was_emptied_needs_a_destruction_that_names_it()
    {
        List<AuditRecord> records = [.. Enumerable.Range(1, 5).Select(i => Record(i, "")), AuditRecord.Of(new(null, null, "本机"), At, AuditRecord.PayloadsDestroyed, "审计记录", "1—3")];
        var lines = Lines(records);
        for (var i = 0; i < 3; i++)
        {
            lines[i] = lines[i] with { Payload = AuditPayload.Destroyed };
        }

        Assert.Empty(Walk(lines));

        lines[4] = lines[4] with { Payload = AuditPayload.Destroyed };
        AssertFound(Walk(lines), (AuditFaultKind.Emptied, 5, 5));
    }

    [Fact]
    public void The_head_outside_is_read_only_when_it_is_ours()
    {
        var head = new AuditHead(12, new byte[AuditKey.Size]);

        Assert.Equal(12, Key.Read(Key.Sign(head))!.Number);
        Assert.Null(Key.Read(Key.Sign(head).Replace("12 ", "11 ", StringComparison.Ordinal)));
        Assert.Null(new AuditKey(new byte[AuditKey.Size]).Read(Key.Sign(head)));
        Assert.Null(Key.Read(""));
    }

    [Fact]
    public void What_was_found_says_the_number_and_the_time_by_the_offices_clock()
    {
        Assert.Equal("第 5 条（2020年3月5日 09:00:00）被改动过", new AuditFault(AuditFaultKind.Changed, 5, 5, AuditRecord.Text(At)).Sentence);
        Assert.Equal("末尾的第 6 至 8 条不见了（在 2020年3月5日 09:00:00 以后）", new AuditFault(AuditFaultKind.TailCut, 6, 8, AuditRecord.Text(At)).Sentence);
    }

    private static void AssertFound(IReadOnlyList<(AuditFaultKind Kind, long First, long Last)> found, params (AuditFaultKind Kind, long First, long Last)[] expected) =>
        Assert.Equal(expected, found);

    private static DateTimeOffset At => new(2020, 3, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private static AuditRecord Record(int i, string detail) =>
        AuditRecord.Of(new(new("luru", "王秀兰"), "640104001001", "192.168.1.7"), At.AddSeconds(i), "打印", $"通行卡 {i}", detail);

    private static List<AuditLine> Chain(int count, string detail = "") => Lines([.. Enumerable.Range(1, count).Select(i => Record(i, detail))]);

    private static List<AuditLine> Lines(IReadOnlyList<AuditRecord> records)
    {
        var head = AuditHead.None;
        foreach (var record in records)
        {
            head = record.ChainTo(head, Key);
        }

        return [.. records.Select(record => new AuditLine(
            record.Id, AuditRecord.Text(record.At), record.Action,
            new(record.UserName, record.StaffName, record.OfficeCode, record.Workstation, record.OnBehalfOf, record.Subject, record.Detail),
            record.PreviousHash, record.PayloadHash, record.Hash))];
    }

    /// <summary>The head is remembered as it was after twenty lines, or after the last one of a chain that is not one of twenty.</summary>
    private static IReadOnlyList<(AuditFaultKind Kind, long First, long Last)> Walk(List<AuditLine> lines, AuditHead? known = null)
    {
        var walk = new AuditWalk(Key, known ?? (lines.Count is > 0 and < 10 ? new(lines[^1].Number, lines[^1].Hash) : new(20, Chain(20)[^1].Hash)));
        foreach (var line in lines)
        {
            walk.Process(line);
        }

        return [.. walk.Complete().Select(fault => (fault.Kind, fault.First, fault.Last))];
    }
}
