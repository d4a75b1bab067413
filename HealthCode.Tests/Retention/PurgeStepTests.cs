using HealthCode.Domain.Archives;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Backups;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.Jobs;
using HealthCode.Web.Passes;
using HealthCode.Web.Retention;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Retention;

/// <summary>销毁, step by step: nothing is forgotten, nothing is done twice, what is cut short is finished, and the record stays.</summary>
public sealed class PurgeStepTests : IAsyncLifetime
{
    private static readonly DateOnly Ended = new(2020, 3, 5);
    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        await _server.IssueAsync(3);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Requests_go_and_boxes_stay()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var office = await db.Offices.SingleAsync();
            db.Requests.Add(ResidentRequest.Receive(office, RequestKind.Access, "马查阅", "", "看过身份证原件", "想看看", null, LawfulCase.Clerk, LawfulCase.Now, Ended));
            db.PaperBoxes.Add(PaperBox.Enter(office, "2020-01", "申报表", 9, "柜", Ended, Ended, LawfulCase.Clerk, LawfulCase.Now, Ended));
        }));
        await EndAsync();

        await NightAsync(31);

        Assert.Equal((0, 1), await _server.InDbAsync(async db => (await db.Requests.CountAsync(), await db.PaperBoxes.CountAsync())));
        Assert.Equal(1, (await RecordAsync()).CountOf("requests"));
    }

    [Fact]
    public async Task The_record_counts_what_was_destroyed_rests_on_the_notice_and_is_signed()
    {
        await EndAsync(byNotice: true);

        await NightAsync(31);

        var record = await RecordAsync();
        Assert.Equal((3, 3), (record.CountOf("passes"), record.CountOf("declarations")));
        Assert.Equal((Ended, "样例省指挥部（样指发〔2020〕9号，2020年3月5日）"), (record.EndedOn, record.Notice));
        Assert.NotNull(record.FinishedAt);
        Assert.StartsWith("到第 ", record.AuditHead, StringComparison.Ordinal);
        var key = await _server.InDbAsync(db => db.TrustedKeys.IgnoreQueryFilters().SingleAsync());
        Assert.True(RecordSignature.Holds(record.Signature, record.Text, key));
        Assert.False(RecordSignature.Holds(record.Signature, record.Text.Replace("3 张", "2 张", StringComparison.Ordinal), key));
        Assert.DoesNotContain("马", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_night_destroys_nothing_more_and_leaves_the_record_as_it_is()
    {
        await EndAsync();
        await NightAsync(31);
        var first = await RecordAsync();

        Assert.Equal(0, await NightAsync(32));
        Assert.Equal(0, await NightAsync(33, afterStart: true));

        var later = await RecordAsync();
        Assert.Equal((first.Text, first.Signature, first.FinishedAt), (later.Text, later.Signature, later.FinishedAt));
        Assert.Equal(1, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "销毁")));
    }

    [Fact]
    public async Task What_is_written_after_the_clock_was_set_back_is_destroyed_too_with_the_backups_that_hold_it_and_the_signed_record_stays()
    {
        await EndAsync();
        await NightAsync(31);
        var signed = await RecordAsync();
        await SetBackAsync(Ended);
        await WriteAsync(_server);
        await LeaveAsync("backups", "healthcode-20200405-104000.hcb");

        await NightAsync(32);

        var record = await RecordAsync();
        Assert.Equal((signed.Text, signed.Signature, signed.FinishedAt), (record.Text, record.Signature, record.FinishedAt));
        Assert.Equal(0, await _server.InDbAsync(db => db.Declarations.IgnoreQueryFilters().CountAsync()));
        Assert.Empty(BackupCase.FileNames(_server));
        Assert.Equal(
            "申报表（连同各版本、体温和审核决定） 1 份，备份 1 个文件",
            await _server.InDbAsync(db => db.AuditRecords.Where(each => each.Action == RetentionPurge.DestroyedAgain).Select(each => each.Detail).SingleAsync()));
    }

    [Fact]
    public async Task What_is_saved_while_the_rows_go_is_gone_with_the_keys_and_the_next_start_opens()
    {
        var server = await OfficeServer.WithOfficeAsync(ownKeys: true);
        await server.IssueAsync(1);
        await server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Offices.SingleAsync()).EndEpidemic(Ended, Ended)));
        server.Clock.SetTo(OfficeClock.StartOf(Ended.AddDays(31)));

        await using (var scope = server.Services.CreateScopeFor(new SystemUser("test")))
        {
            await Of(scope.ServiceProvider, new LateClerk(() => WriteAsync(server))).DestroyDueAsync();
        }

        Assert.Equal(0, await server.InDbAsync(db => db.Declarations.IgnoreQueryFilters().CountAsync()));
        Assert.Equal(2, (await server.InDbAsync(db => db.DestructionRecords.Include(each => each.Steps).SingleAsync())).CountOf("declarations"));
        await using var after = await server.RestartAsync();
        Assert.Equal(1, await after.InDbAsync(db => db.Offices.CountAsync()));
    }

    [Fact]
    public async Task Once_papers_have_been_destroyed_no_door_takes_new_ones_and_each_says_why()
    {
        var checkpoint = await _server.AddCheckpointAsync(_office);
        await _server.AddUserAsync("luru", _office, Roles.Clerk);
        await EndAsync();
        await NightAsync(31);
        await SetBackAsync(Ended);
        var desk = await _server.SignedInAsync("luru");
        await desk.OpenAsync("/Declarations/Create");
        var form = desk.FieldsWith(PaperForm.Filled);

        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await desk.PostAsync("/Declarations/Create?handler=Draft", form)).Status);
        await desk.OpenAsync("/Declarations/Create");
        await desk.PostAsync("/Declarations/Create", form);
        Assert.Contains(DestructionRules.NothingNew.Sentence, desk.Errors);
        await desk.OpenAsync("/Requests/Create");
        await desk.SendAsync(("申请什么", "查阅"), ("谁的资料（姓名）", "马德山"), ("怎样核对了身份", "看过身份证原件"), ("要求", "想看看"));
        Assert.Contains(DestructionRules.NothingNew.Sentence, desk.Errors);
        await desk.OpenAsync("/Printing/Forms");
        await desk.SendAsync(("印几张", "2"));
        Assert.Contains(DestructionRules.NothingNew.Sentence, desk.Errors);
        var import = await _server.Services.GetRequiredService<ImportJob>().TakeAsync(new StockImport(), _office, new(LawfulCase.Clerk, _office, ""), new MemoryStream(SampleFiles.Xlsx(SampleFiles.Header + SampleFiles.Row(2))));
        Assert.Equal(DestructionRules.NothingNew.Sentence, (await _server.FinishedAsync(import)).Refusal);
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => scope.ServiceProvider.GetRequiredService<CardVerification>().NoteAsync(checkpoint, CheckVerdict.NotOurs, new() { FoundNormal = true }, "劝返", ""));
        Assert.Equal(DestructionRules.NothingNew, Assert.Single(refused.Breaches).Rule);
        foreach (var rows in await _server.InDbAsync(db => Task.FromResult(RetentionPlan.Rows(db.Model))))
        {
            Assert.Equal(0, await _server.InDbAsync(db => db.Database.ExecuteSqlRawAsync(rows.Sql, _office)));
        }
    }

    [Fact]
    public async Task What_was_cut_short_is_finished_at_the_next_start_even_when_the_clock_was_set_back()
    {
        await EndAsync();
        await Assert.ThrowsAsync<IOException>(() => NightAsync(31, more: new Jammed()));
        var cut = await RecordAsync();
        Assert.Null(cut.FinishedAt);
        Assert.Equal(3, cut.CountOf("passes"));
        await SetBackAsync(Ended.AddDays(3));
        Assert.Equal(0, await _server.InDbAsync(db => db.Passes.IgnoreQueryFilters().CountAsync()));

        Assert.Single(await WithDestructionAsync(destruction => destruction.ResumeAsync()));

        var record = await RecordAsync();
        Assert.NotNull(record.FinishedAt);
        Assert.Equal(3, record.CountOf("passes"));
        Assert.Empty(await WithDestructionAsync(destruction => destruction.ResumeAsync()));
    }

    [Fact]
    public async Task A_destruction_that_has_begun_lets_nobody_change_the_end()
    {
        await EndAsync();
        await Assert.ThrowsAsync<IOException>(() => NightAsync(31, more: new Jammed()));

        await _server.InDbAsync(async db =>
        {
            var (office, record) = (await db.Offices.SingleAsync(), await db.DestructionRecords.SingleAsync());
            var refused = Assert.Throws<RuleBrokenException>(() => EpidemicEnd.Enter(office, new("样例省指挥部", "样指发〔2020〕9号", Ended), null, "错了", null, record, LawfulCase.Clerk, LawfulCase.Now, Ended.AddDays(31)));
            Assert.Equal(EpidemicEndRules.PapersThere, Assert.Single(refused.Breaches).Rule);
        });
    }

    [Fact]
    public async Task Backups_and_files_on_their_way_go_and_are_counted()
    {
        await LeaveAsync("backups", "healthcode-20200404-004000.hcb");
        await LeaveAsync("backups", "healthcode-20200405-004000.hcb");
        await LeaveAsync("tmp", "import-1.in");
        await LeaveAsync("reports/2020-04-04", _office + "_样例村_到期续办名单_20200404.xlsx");
        await EndAsync();

        await NightAsync(31);

        var record = await RecordAsync();
        Assert.Equal((2, 1, 1), (record.CountOf("backups"), record.CountOf("temporary"), record.CountOf("reports")));
        Assert.All(["backups", "tmp", "reports"], folder => Assert.Empty(Directory.GetFiles(Path.Combine(_server.Folder, folder), "*", SearchOption.AllDirectories)));
    }

    [Fact]
    public async Task What_is_nobodys_in_particular_goes_with_the_last_office()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await _server.InDbAsync(db => db.InOneTransactionAsync(() => Task.FromResult(db.StopLists.Add(new() { Issuer = "640181001001", At = LawfulCase.Now, Lines = "" }))));
        await EndAsync();
        await NightAsync(31);
        Assert.Equal(1, await _server.InDbAsync(db => db.StopLists.CountAsync()));

        await EndAsync(other.Code);
        await NightAsync(32);

        Assert.Equal(0, await _server.InDbAsync(db => db.StopLists.CountAsync()));
        Assert.Equal(1, (await RecordAsync(other.Code)).CountOf("stop-lists"));
    }

    [Fact]
    public async Task Without_its_keys_the_papers_go_all_the_same_and_the_record_is_signed_by_hand_alone()
    {
        await _server.CodeAsync(await _server.InDbAsync(db => db.Passes.Select(pass => pass.Id).FirstAsync()));
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => await db.Database.ExecuteSqlRawAsync(TestDatabase.Sql("UPDATE SigningKeys SET EncryptedPrivateKey = x'00'"))));
        await EndAsync();

        await NightAsync(31);

        Assert.Equal("", (await RecordAsync()).Signature);
        Assert.NotNull((await RecordAsync()).FinishedAt);
    }

    private Task<DestructionRecord> RecordAsync(string? office = null) => _server.InDbAsync(db =>
        db.DestructionRecords.AsNoTracking().Include(record => record.Steps.OrderBy(step => step.Id)).SingleAsync(record => record.OfficeCode == (office ?? _office)));

    private Task EndAsync(string? code = null, bool byNotice = false) => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync(each => each.Code == (code ?? _office));
        if (byNotice)
        {
            var end = EpidemicEnd.Enter(office, new("样例省指挥部", "样指发〔2020〕9号", Ended), Ended, "", null, null, LawfulCase.Clerk, LawfulCase.Now, Ended);
            end.Confirm(office, true, null, LawfulCase.Reviewer, LawfulCase.Now, Ended);
            db.EpidemicEnds.Add(end);
        }
        else
        {
            office.EndEpidemic(Ended, Ended);
        }
    }));

    private Task SetBackAsync(DateOnly day)
    {
        _server.Clock.SetTo(OfficeClock.StartOf(day).AddHours(9));
        return Task.CompletedTask;
    }

    private async Task<int> NightAsync(int day, bool afterStart = false, IPurgeStep? more = null)
    {
        _server.Clock.SetTo(OfficeClock.StartOf(Ended.AddDays(day)));
        return (await WithDestructionAsync(destruction => destruction.DestroyDueAsync(afterStart), more)).Count;
    }

    private async Task<T> WithDestructionAsync<T>(Func<RetentionPurge, Task<T>> work, IPurgeStep? more = null)
    {
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
        var services = scope.ServiceProvider;
        return await work(more is null ? services.GetRequiredService<RetentionPurge>() : Of(services, more));
    }

    private static RetentionPurge Of(IServiceProvider services, IPurgeStep more) => new(
        services.GetRequiredService<OfficeDb>(), services.GetRequiredService<OfficeClock>(), services.GetRequiredService<IDatabaseEngine>(),
        services.GetRequiredService<SigningKeyStore>(), services.GetRequiredService<BackupFiles>(), [more, .. services.GetServices<IPurgeStep>()]);

    /// <summary>A declaration, past the pages.</summary>
    private static Task WriteAsync(OfficeServer server) => server.InDbAsync(db => db.InOneTransactionAsync(async () =>
    {
        var office = await db.Offices.SingleAsync();
        db.Add(Declaration.Submit(office, await db.NextDeclarationNumberAsync(office, Ended), "form-1", LawfulCase.Form, LawfulCase.Clerk, OfficeClock.StartOf(Ended), Ended));
    }));

    private async Task LeaveAsync(string folder, string name)
    {
        var path = Directory.CreateDirectory(Path.Combine(_server.Folder, folder)).FullName;
        await File.WriteAllTextAsync(Path.Combine(path, name), "x");
    }

    /// <summary>Somebody who saves between the rows and the keys.</summary>
    private sealed class LateClerk(Func<Task> save) : IPurgeStep
    {
        public string Code => "late";

        public string Kind => "晚到的";

        public string Unit => "份";

        public string How => "";

        public bool OnlyForLastOffice => false;

        public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken)
        {
            await save();
            return 0;
        }
    }

    /// <summary>A disk that fails behind the rows.</summary>
    private sealed class Jammed : IPurgeStep
    {
        public string Code => "jammed";

        public string Kind => "坏盘";

        public string Unit => "个";

        public string How => "";

        public bool OnlyForLastOffice => false;

        public Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken) => throw new IOException("the disk does not answer");
    }
}
