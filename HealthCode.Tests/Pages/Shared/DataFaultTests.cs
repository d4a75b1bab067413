using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Shared;

/// <summary>故障: what the disk does is said in a sentence, what was typed is still there, and nothing is half done.</summary>
public sealed class DataFaultTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public static TheoryData<string, string, string> Disks => new()
    {
        // A disk that takes not one page more, and one that takes none at all.
        { "PRAGMA max_page_count=1", "PRAGMA max_page_count=1000000000", "硬盘满了，存不下了。" },
        { "PRAGMA query_only=ON", "PRAGMA query_only=OFF", "数据库或者数据目录成了只读的，写不进去。" },
    };

    [SqliteTheory]
    [MemberData(nameof(Disks))]
    public async Task A_form_that_the_disk_does_not_take_is_shown_again_as_it_was_typed_and_saved_when_there_is_room(string spoil, string mend, string sentence)
    {
        await EverywhereAsync(spoil);
        var (before, villager) = (await CountsAsync(), 0);

        // What is free within the pages there are is used up first: the disk is full when it is full.
        for (; villager < 60 && _desk.Status != HttpStatusCode.ServiceUnavailable; villager++)
        {
            before = await CountsAsync();
            await _desk.EnterAsync(Villager.At(villager));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, _desk.Status);
        Assert.StartsWith(sentence, Assert.Single(_desk.Errors), StringComparison.Ordinal);
        Assert.Contains("填的内容还在这一页上", _desk.Errors[0], StringComparison.Ordinal);
        var typed = Villager.At(villager - 1).ToDictionary(field => field.Field, field => field.Value);
        Assert.Equal(typed["Name"], _desk.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(typed["DocumentNumber"], _desk.Page.QuerySelector("[name='Input.DocumentNumber']")!.GetAttribute("value"));
        Assert.Empty(_desk.StatusMessage);
        Assert.Equal(before, await CountsAsync());
        var again = _desk.MainFields();

        await EverywhereAsync(mend);
        await _desk.PostAsync("/Declarations/Create", again);
        Assert.StartsWith("已保存，编号", _desk.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(before.Declarations + 1, (await CountsAsync()).Declarations);
    }

    [SqliteFact]
    public async Task A_decision_that_is_not_saved_is_not_announced()
    {
        var id = await _desk.KeyedAsync(_server);
        await _desk.OpenAsync($"/Review/Decide/{id}");
        var findings = _desk.FieldsWith(PaperForm.NothingFound);
        await EverywhereAsync("PRAGMA query_only=ON");

        await _desk.PostAsync($"/Review/Decide/{id}?handler=Approve", findings);

        Assert.StartsWith("数据库或者数据目录成了只读的", Assert.Single(_desk.Errors), StringComparison.Ordinal);
        await _desk.OpenAsync("/Review");
        Assert.DoesNotContain("已作出", _desk.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.CountAsync()));
    }

    [SqliteFact]
    public async Task A_database_that_another_program_holds_longer_than_five_seconds_is_said_and_the_form_stays()
    {
        await _desk.OpenAsync("/Declarations/Create");
        var form = _desk.FieldsWith(PaperForm.Filled);
        await using (var other = new SqliteConnection($"Data Source={BackupCase.Database(_server)};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction();
            var watch = System.Diagnostics.Stopwatch.StartNew();

            await _desk.PostAsync("/Declarations/Create", form);

            Assert.InRange(watch.Elapsed.TotalSeconds, 4, 25);
        }

        Assert.StartsWith("数据库正被别的程序占用", Assert.Single(_desk.Errors), StringComparison.Ordinal);
        await _desk.PostAsync("/Declarations/Create", _desk.MainFields());
        Assert.StartsWith("已保存，编号", _desk.StatusMessage, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_draft_that_the_page_saves_by_itself_fails_as_a_script_understands()
    {
        await _desk.OpenAsync("/Declarations/Create");
        using var draft = new HttpRequestMessage(HttpMethod.Post, "/Declarations/Create?handler=Draft") { Content = new FormUrlEncodedContent(_desk.FieldsWith(PaperForm.Filled)) };
        draft.Headers.Accept.ParseAdd("*/*");
        await EverywhereAsync("PRAGMA query_only=ON");

        using var answer = await _desk.Http.SendAsync(draft);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.DoesNotContain("savedAt", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_table_that_cannot_be_read_gives_a_page_that_needs_no_database()
    {
        await _desk.KeyedAsync(_server);
        await SpoilAsync("Declarations");

        await _desk.OpenAsync("/Declarations");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, _desk.Status);
        Assert.Equal("没有办成", _desk.Title);
        Assert.Contains("数据库文件有损坏。请马上请系统管理员停下程序，照安装说明“从备份恢复”一节做", _desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", _desk.Html, StringComparison.Ordinal);
    }

    [SqliteTheory]
    [InlineData(5, "正被别的程序占用")]
    [InlineData(8, "只读")]
    [InlineData(10, "磁盘读写出错")]
    [InlineData(11, "有损坏")]
    [InlineData(13, "硬盘满了")]
    [InlineData(14, "打不开")]
    [InlineData(26, "有损坏")]
    public void Every_fault_of_the_disk_has_its_sentence_however_deep_it_lies(int code, string says) =>
        Assert.Contains(says, DataFaults.SentenceOf(new InvalidOperationException("", new DbUpdateException("", new SqliteException("", code)))), StringComparison.Ordinal);

    [SqliteFact]
    public void A_full_disk_is_the_same_for_a_file_and_our_own_faults_have_no_sentence()
    {
        Assert.Contains("硬盘满了", DataFaults.SentenceOf(new IOException("No space left on device", 28)), StringComparison.Ordinal);
        Assert.Null(DataFaults.SentenceOf(new SqliteException("UNIQUE", 19)));
        Assert.Null(DataFaults.SentenceOf(new IOException("anything else")));
        Assert.Null(DataFaults.SentenceOf(null));
    }

    [SqliteFact]
    public void A_file_that_may_not_be_touched_and_a_stick_with_its_switch_on_have_a_sentence()
    {
        Assert.StartsWith("没有权限", DataFaults.SentenceOf(new UnauthorizedAccessException("Access to the path '/data' is denied.")), StringComparison.Ordinal);
        Assert.All([30, unchecked((int)0x80070013)], code => Assert.Contains("只读", DataFaults.SentenceOf(new IOException("", code)), StringComparison.Ordinal));
    }

    private Task<(int Declarations, int Audit, int Keys)> CountsAsync() => _server.InDbAsync(async db =>
        (await db.Declarations.CountAsync(), await db.AuditRecords.CountAsync(), await db.SearchKeys.CountAsync()));

    /// <summary>Tells every connection the server will use.</summary>
    private async Task EverywhereAsync(string pragma)
    {
        var all = Enumerable.Range(0, 12).Select(_ => new SqliteConnection($"Data Source={BackupCase.Database(_server)}")).ToList();
        foreach (var connection in all)
        {
            await connection.OpenAsync();
        }

        foreach (var connection in all)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = pragma;
            await command.ExecuteNonQueryAsync();
        }

        foreach (var connection in all)
        {
            await connection.DisposeAsync();
        }
    }

    /// <summary>Overwrites the first page of a table, as a dying disk does.</summary>
    private async Task SpoilAsync(string table)
    {
        var (page, size) = await _server.InDbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA wal_checkpoint(TRUNCATE); SELECT rootpage FROM sqlite_master WHERE name = '{table}'";
            await using var reader = await command.ExecuteReaderAsync();
            await reader.NextResultAsync();
            await reader.ReadAsync();
            return (reader.GetInt32(0), 4096);
        });
        SqliteConnection.ClearPool(new($"Data Source={BackupCase.Database(_server)}"));
        await using var file = new FileStream(BackupCase.Database(_server), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = (long)(page - 1) * size;
        await file.WriteAsync(Enumerable.Repeat((byte)0x5A, size).ToArray());
    }
}
