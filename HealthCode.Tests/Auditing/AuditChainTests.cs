using System.Data.Common;
using HealthCode.Domain.Auditing;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Auditing;

/// <summary>审计链: somebody with another program opens the file of the database; whatever he does is found.</summary>
public sealed class AuditChainTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        await NoteAsync(20);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Records_are_numbered_without_a_gap_even_when_work_fails_in_between()
    {
        await _server.InDbAsync(async db => await Assert.ThrowsAsync<InvalidOperationException>(() => db.InOneTransactionAsync(async () =>
        {
            db.Audit("试", "不成");
            await db.SaveChangesAsync();
            throw new InvalidOperationException();
        })));
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => NoteAsync(3)));

        var numbers = await _server.InDbAsync(db => db.AuditRecords.OrderBy(record => record.Id).Select(record => record.Id).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number), numbers);
        Assert.Empty((await WalkAsync()).Faults);
    }

    [Fact]
    public async Task Several_saves_in_one_transaction_follow_each_other_in_the_order_of_what_was_noted()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            db.Audit("试", "一");
            db.Audit("试", "二");
            await db.SaveChangesAsync();
            db.Audit("试", "三");
        }));

        Assert.Equal(["一", "二", "三"], await _server.InDbAsync(db => db.AuditRecords.OrderByDescending(record => record.Id).Take(3).OrderBy(record => record.Id).Select(record => record.Subject).ToListAsync()));
        Assert.Empty((await WalkAsync()).Faults);
    }

    [SqliteFact]
    public async Task A_save_that_fails_inside_a_transaction_leaves_no_gap()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            db.Users.Add(new() { Id = "1", UserName = "甲" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            db.Users.Add(new() { Id = "1", UserName = "乙" });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            db.Audit("试", "以后");
        }));

        Assert.Empty((await WalkAsync()).Faults);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_remove_or_replace_a_record()
    {
        foreach (var sql in (string[])
                 [
                     "UPDATE AuditRecords SET Detail = '别的' WHERE Id = 5", "UPDATE AuditRecords SET Id = 99 WHERE Id = 5", "DELETE FROM AuditRecords WHERE Id = 5", "DELETE FROM AuditRecords",
                     TestDatabase.IsPostgres ? "TRUNCATE AuditRecords" : "INSERT OR REPLACE INTO AuditRecords SELECT * FROM AuditRecords WHERE Id = 5",
                 ])
        {
            var refused = Assert.ThrowsAny<DbException>(() => Tamper(sql, guarded: true));
            Assert.Contains("审计记录", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty((await WalkAsync()).Faults);
    }

    [Theory]
    [InlineData("UPDATE AuditRecords SET Detail = '别的' WHERE Id = 5", "第 5 条（2020年3月5日 09:00:00）被改动过")]
    [InlineData("UPDATE AuditRecords SET UserName = 'x' WHERE Id = 5", "第 5 条（2020年3月5日 09:00:00）被改动过")]
    [InlineData("UPDATE AuditRecords SET OfficeCode = '' WHERE Id = 5", "第 5 条（2020年3月5日 09:00:00）被改动过")]
    [InlineData("UPDATE AuditRecords SET At = '2020-03-04T00:00:00.0000000Z' WHERE Id = 5", "第 5 条（2020年3月4日 08:00:00）被改动过")]
    [InlineData("UPDATE AuditRecords SET At = '什么' WHERE Id = 5", "第 5 条（时间看不出）被改动过")]
    [InlineData("UPDATE AuditRecords SET Hash = zeroblob(32) WHERE Id = 5", "第 5 条（2020年3月5日 09:00:00）被改动过")]
    [InlineData("UPDATE AuditRecords SET Hash = 'x' WHERE Id = 5", "第 5 条（2020年3月5日 09:00:00）被改动过")]
    [InlineData("DELETE FROM AuditRecords WHERE Id = 5", "第 5 条被删掉了（在 2020年3月5日 09:00:00 以后）")]
    [InlineData("DELETE FROM AuditRecords WHERE Id BETWEEN 5 AND 7", "第 5 至 7 条被删掉了（在 2020年3月5日 09:00:00 以后）")]
    [InlineData("DELETE FROM AuditRecords WHERE Id > 18", "末尾的第 19 至 21 条不见了（在 2020年3月5日 09:00:00 以后）")]
    [InlineData("UPDATE AuditRecords SET UserName = '', StaffName = '', OfficeCode = NULL, Workstation = '', OnBehalfOf = '', Subject = '', Detail = '' WHERE Id = 5", "第 5 条（2020年3月5日 09:00:00）的内容被清空，没有销毁记录")]
    public async Task Whatever_is_done_to_one_record_is_found_and_named(string sql, string found)
    {
        Tamper(sql);

        Assert.Equal([found], (await WalkAsync()).Faults.Select(fault => fault.Sentence));
    }

    [Fact]
    public async Task A_record_put_between_two_others_is_found_and_named()
    {
        Tamper("UPDATE AuditRecords SET Id = -Id WHERE Id > 10; UPDATE AuditRecords SET Id = 1 - Id WHERE Id < 0;" + Copy(3, 11));

        Assert.Equal(["多出 第 11 条（2020年3月5日 09:00:00），不是本系统写的"], (await WalkAsync()).Faults.Select(fault => fault.Sentence));
    }

    [Fact]
    public async Task A_record_put_at_the_end_is_found_and_named()
    {
        Tamper(Copy(3, 22));

        Assert.Equal(["多出 第 22 条（2020年3月5日 09:00:00），不是本系统写的"], (await WalkAsync()).Faults.Select(fault => fault.Sentence));
    }

    [Fact]
    public async Task Two_records_that_changed_places_are_found()
    {
        Tamper("UPDATE AuditRecords SET Id = 99 WHERE Id = 5; UPDATE AuditRecords SET Id = 5 WHERE Id = 6; UPDATE AuditRecords SET Id = 6 WHERE Id = 99");

        Assert.NotEmpty((await WalkAsync()).Faults);
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_while_the_program_was_closed_is_found_and_what_is_written_afterwards_does_not_hide_it()
    {
        Tamper("DELETE FROM AuditRecords WHERE Id > 16");
        _server = await _server.RestartAsync();

        Assert.Equal([(AuditFaultKind.TailCut, 17L, 21L)], (await WalkAsync()).Faults.Select(fault => (fault.Kind, fault.First, fault.Last)));
        await NoteAsync(3);
        Assert.Equal([(AuditFaultKind.Removed, 17L, 21L)], (await WalkAsync()).Faults.Select(fault => (fault.Kind, fault.First, fault.Last)));
    }

    [SqliteFact]
    public async Task A_backup_made_on_the_command_line_covers_up_no_tail_that_was_cut_off()
    {
        await _server.LockAsync();
        var last = await _server.InDbAsync(db => db.AuditRecords.MaxAsync(record => record.Id));
        Tamper("DELETE FROM AuditRecords WHERE Id > 16");
        _server = await _server.RestartAsync();

        Assert.Equal(0, (await ProcessRun.OfAsync(_server.Folder, ["backup", "--data", _server.Folder])).ExitCode);

        Assert.Equal([(AuditFaultKind.Removed, 17L, last)], (await WalkAsync()).Faults.Select(fault => (fault.Kind, fault.First, fault.Last)));
    }

    [Fact]
    public async Task The_chain_goes_on_after_a_restart_and_after_the_head_was_not_written_any_more()
    {
        var head = Path.Combine(_server.Folder, "keys", "audit.head");
        var old = await File.ReadAllBytesAsync(head);
        await NoteAsync(5);
        // The plug was pulled between the commit and the file beside it.
        await File.WriteAllBytesAsync(head, old);

        _server = await _server.RestartAsync();
        await NoteAsync(5);

        Assert.Empty((await WalkAsync()).Faults);
    }

    [Fact]
    public async Task A_head_that_is_gone_is_written_into_the_chain()
    {
        File.Delete(Path.Combine(_server.Folder, "keys", "audit.head"));

        _server = await _server.RestartAsync();

        Assert.Contains("不见了", (await _server.InDbAsync(db => db.AuditRecords.SingleAsync(record => record.Action == "审计链"))).Detail, StringComparison.Ordinal);
        Assert.Empty((await WalkAsync()).Faults);
    }

    [Fact]
    public async Task The_key_lies_outside_the_database_for_its_owner_alone_and_outlives_a_restart()
    {
        var key = Path.Combine(_server.Folder, "keys", "audit.key");
        var bytes = await File.ReadAllBytesAsync(key);
        Assert.Equal(AuditKey.Size, bytes.Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_server.Folder, "keys", "audit.head")));
        }

        _server = await _server.RestartAsync();

        Assert.Equal(bytes, await File.ReadAllBytesAsync(key));
        Assert.Empty((await WalkAsync()).Faults);
    }

    [Fact]
    public async Task Destroyed_payloads_are_gone_and_the_chain_of_heads_still_holds()
    {
        var before = await _server.InDbAsync(db => db.AuditRecords.AsNoTracking().OrderBy(record => record.Id).ToListAsync());

        var count = await _server.InDbAsync(db => AuditPayloads.DestroyAsync(db));

        Assert.Equal(before.Count, count);
        var after = await _server.InDbAsync(db => db.AuditRecords.AsNoTracking().OrderBy(record => record.Id).ToListAsync());
        Assert.All(after.SkipLast(1), record => Assert.Equal(("", "", "", ""), (record.UserName, record.StaffName, record.Subject, record.Detail)));
        Assert.Equal(before.Select(record => (record.Id, record.At, record.Action)), after.SkipLast(1).Select(record => (record.Id, record.At, record.Action)));
        Assert.Equal((AuditRecord.PayloadsDestroyed, $"1—{count}"), (after[^1].Action, after[^1].Detail));
        await NoteAsync(2);
        Assert.Empty((await WalkAsync()).Faults);
    }

    [Fact]
    public async Task One_offices_payloads_are_destroyed_and_another_ones_stay()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            db.Audit("试", "甲", actor: new(null, "640104001001", ""));
            db.Audit("试", "乙", actor: new(null, "640104001002", ""));
            db.Audit("试", "丙", actor: new(null, "640104001001", ""));
            return Task.CompletedTask;
        }));

        Assert.Equal(2, await _server.InDbAsync(db => AuditPayloads.DestroyAsync(db, "640104001001")));

        Assert.Equal(["乙"], await _server.InDbAsync(db => db.AuditRecords.Where(record => record.Action == "试" && record.Subject != "" && record.Id > 21).Select(record => record.Subject).ToListAsync()));
        Assert.Empty((await WalkAsync()).Faults);
    }

    [Fact]
    public async Task The_night_checks_the_chain_and_says_what_it_found()
    {
        Tamper("UPDATE AuditRecords SET Detail = '别的' WHERE Id = 5");

        await _server.DoDueAsync("2020-03-06 00:45", "audit");

        Assert.Equal("共 21 条，发现 1 处不对：第 5 条（2020年3月5日 09:00:00）被改动过。请保留现场，报告上级。", Assert.Single(await _server.RunsAsync()).Result);
        Assert.Equal("共 21 条，发现 1 处不对：第 5 条（2020年3月5日 09:00:00）被改动过。请保留现场，报告上级。", (await _server.InDbAsync(db => db.AuditRecords.SingleAsync(record => record.Action == AuditCheck.ActionName))).Detail);
    }

    [Fact]
    public async Task Records_are_kept_for_more_than_twelve_months_whatever_is_tidied_up()
    {
        await _server.DoDueAsync("2021-03-20 00:30", "tidy-up");
        await _server.DoDueAsync("2022-03-20 00:30", "tidy-up");

        Assert.Equal(20, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "试" && record.Subject != "")));
        Assert.Empty((await WalkAsync()).Faults);
    }

    private static string Copy(int from, int to) =>
        "INSERT INTO AuditRecords (Id, At, UserName, StaffName, OfficeCode, Workstation, OnBehalfOf, Action, Subject, Detail, PreviousHash, PayloadHash, Hash) "
        + $"SELECT {to}, At, UserName, StaffName, OfficeCode, Workstation, OnBehalfOf, Action, Subject, Detail, PreviousHash, PayloadHash, Hash FROM AuditRecords WHERE Id = {from}";

    /// <summary>As somebody would with a program for databases.</summary>
    private void Tamper(string sql, bool guarded = false) => _server.Tamper(sql, guarded);

    private Task NoteAsync(int count) => _server.InDbAsync(db => db.InOneTransactionAsync(() =>
    {
        for (var i = 0; i < count; i++)
        {
            db.Audit("试", $"第 {i} 条", "说明", new(new("luru", "王秀兰"), null, "192.168.1.7"));
        }

        return Task.CompletedTask;
    }));

    private async Task<AuditChainReport> WalkAsync()
    {
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
        return await scope.ServiceProvider.GetRequiredService<AuditCheck>().VerifyAsync();
    }
}
