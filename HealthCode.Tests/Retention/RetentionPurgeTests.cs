using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Residents;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;
using HealthCode.Web.Retention;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Retention;

/// <summary>销毁: nothing before 疫情解除 + 30 days, nothing after.</summary>
public sealed class RetentionPurgeTests : IAsyncLifetime
{
    private static readonly DateOnly Ended = new(2020, 3, 5);
    private OfficeServer _server = null!;
    private string _office = "";

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _office = await _server.InDbAsync(db => db.Offices.Select(office => office.Code).SingleAsync());
        var both = await _server.SignedInUserAsync("yiren", _office, Roles.Clerk, Roles.Reviewer);
        await both.ApprovedAsync(_server);
        await both.OpenAsync("/Declarations/Create");
        await both.PostAsync("/Declarations/Create?handler=Draft", both.FieldsWith(PaperForm.Filled));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Nothing_is_destroyed_while_the_end_is_unknown()
    {
        Assert.Equal(0, await NightOfAsync(new(2030, 1, 1)));
        Assert.True(await PapersAsync() > 0);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(29, false)]
    [InlineData(30, false)]
    [InlineData(31, true)]
    [InlineData(400, true)]
    public async Task The_thirtieth_day_is_kept_the_next_is_not(int days, bool destroyed)
    {
        await EndAsync(Ended, enteredOn: Ended);

        await NightOfAsync(Ended.AddDays(days));

        Assert.Equal(destroyed, await PapersAsync() == 0);
    }

    [Fact]
    public async Task An_end_entered_too_late_destroys_from_midnight_so_that_a_slip_can_be_mended()
    {
        var entered = new DateOnly(2020, 8, 1);
        await EndAsync(Ended, entered);
        Assert.Equal(0, await NightOfAsync(entered));

        await EndAsync(null, entered);
        Assert.Equal(0, await NightOfAsync(entered.AddDays(1)));

        await EndAsync(Ended, entered.AddDays(1));
        Assert.Equal(1, await NightOfAsync(entered.AddDays(2)));
    }

    [SqliteFact]
    public async Task No_character_of_a_resident_is_left_in_any_file()
    {
        Assert.Contains("马德山", FilesInUse.Text(_server.Folder), StringComparison.Ordinal);
        await EndAsync(Ended, Ended);

        await NightOfAsync(Ended.AddDays(31));

        var left = FilesInUse.Text(_server.Folder);
        Assert.DoesNotContain("马德山", left, StringComparison.Ordinal);
        Assert.DoesNotContain(PaperForm.Number, left, StringComparison.Ordinal);
        Assert.DoesNotContain("样例社区3号", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_the_seal_register_and_form_numbers_go_too_and_the_count_of_paper_stays()
    {
        await _server.IssueAsync(1);
        var desk = await _server.SignedInAsync("yiren");
        await desk.OpenAsync("/Printing");
        await desk.PressAsync("排版，准备打印");
        var prints = Path.Combine(_server.Folder, "prints");
        await Eventually.TrueAsync(() => Directory.GetFiles(prints, "*.pdf").Length > 0);
        Assert.Single(Directory.GetFiles(prints));
        await desk.OpenAsync("/Stock");
        await desk.PostAsync("/Stock", [.. desk.MainFields().Where(field => field.Key == "__RequestVerificationToken").Take(1), new("Input.Stock", "A6 卡纸"), new("Input.Kind", "Received"), new("Input.Sheets", "9")]);
        await EndAsync(Ended, Ended);

        await NightOfAsync(Ended.AddDays(31));

        Assert.Empty(Directory.GetFiles(prints));
        Assert.Equal((0, 0, 0), await _server.InDbAsync(async db => (
            await db.PrintRuns.IgnoreQueryFilters().CountAsync(), await db.SealUses.IgnoreQueryFilters().CountAsync(), await db.PrintedForms.IgnoreQueryFilters().CountAsync())));
        Assert.Equal(1, await _server.InDbAsync(db => db.StockEntries.IgnoreQueryFilters().CountAsync()));
    }

    [Fact]
    public async Task A_checkpoint_is_nobodys_personal_data_and_stays()
    {
        var gate = await _server.AddCheckpointAsync(_office);
        await EndAsync(Ended, Ended);

        await NightOfAsync(Ended.AddDays(31));

        Assert.Equal(gate.Name, (await _server.InDbAsync(db => db.Checkpoints.IgnoreQueryFilters().SingleAsync())).Name);
    }

    [SqliteFact]
    public async Task Passages_and_incidents_of_the_office_go_and_the_numbers_of_people_stay()
    {
        var gate = await _server.AddCheckpointAsync(_office);
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        var theirs = await _server.AddCheckpointAsync(other.Code, "别村卡点");
        await PassedAsync(gate, "丁路过");
        await PassedAsync(theirs, "别村人");
        await EndAsync(Ended, Ended);
        await NightOfAsync(Ended.AddDays(30));
        Assert.Equal((2, 2), await KeptAsync());

        await NightOfAsync(Ended.AddDays(31));

        Assert.Equal((1, 1), await KeptAsync());
        Assert.Equal("别村人", (await _server.InDbAsync(db => db.Passages.IgnoreQueryFilters().SingleAsync())).Name);
        Assert.Equal(other.Code, (await _server.InDbAsync(db => db.GateIncidents.IgnoreQueryFilters().SingleAsync())).OfficeCode);
        Assert.Equal((2, 2), await _server.InDbAsync(async db => (await db.GateTallies.IgnoreQueryFilters().CountAsync(), await db.Checkpoints.IgnoreQueryFilters().CountAsync())));
        var left = FilesInUse.Text(_server.Folder);
        Assert.DoesNotContain("丁路过", left, StringComparison.Ordinal);
        Assert.DoesNotContain("丁路过的当场处理", left, StringComparison.Ordinal);
        Assert.Contains(theirs.Name, left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roster_goes_too_even_where_no_paper_is_left()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            await db.Database.ExecuteSqlRawAsync(TestDatabase.Sql("DELETE FROM Passes; DELETE FROM Declarations; DELETE FROM Drafts; DELETE FROM SearchKeys"));
            var line = new RosterLine { Person = LawfulCase.Applicant, Address = "名册上的地址" };
            db.Residents.Add(Resident.Enter(await db.Offices.SingleAsync(office => office.Code == _office), line, Ended));
            db.Residents.Add(Resident.Enter(other, line with { Address = "别村的地址" }, Ended));
        }));
        await EndAsync(Ended, Ended);

        Assert.Equal(1, await NightOfAsync(Ended.AddDays(31)));

        Assert.Equal(other.Code, (await _server.InDbAsync(db => db.Residents.IgnoreQueryFilters().SingleAsync())).OfficeCode);
        Assert.DoesNotContain("名册上的地址", FilesInUse.Text(_server.Folder), StringComparison.Ordinal);
        Assert.Equal("申报、通行卡、草稿共 0 份，居民名册 1 人", (await _server.InDbAsync(db => db.AuditRecords.SingleAsync(each => each.Action == "销毁"))).Detail);
    }

    [Fact]
    public async Task Ledgers_for_the_township_and_at_the_township_go_and_figures_stay()
    {
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            foreach (var (number, withLedger) in new[] { (1, true), (2, false) })
            {
                var package = CourierCase.Package(number);
                db.PackagesSent.Add(PackageSent.Of(package with { Office = _office }, CourierCase.File(package), withLedger, LawfulCase.Clerk));
                db.PackageFiles.Add(new() { OfficeCode = _office, Number = number, Bytes = CourierCase.File(package) });
            }

            db.PackagesReceived.Add(CourierCase.Received(CourierCase.Package()));
            db.ReceivedRegisters.Add(new() { OfficeCode = _office[..9] + "299", Number = 1, Ciphertext = [1] });
            db.ReceivedRegisters.Add(new() { OfficeCode = "649999999201", Number = 1, Ciphertext = [1] });
            return Task.CompletedTask;
        }));
        await EndAsync(Ended, Ended);

        await NightOfAsync(Ended.AddDays(31));

        Assert.Equal([2], await _server.InDbAsync(db => db.PackageFiles.IgnoreQueryFilters().Select(file => file.Number).ToListAsync()));
        Assert.Equal(["649999999201"], await _server.InDbAsync(db => db.ReceivedRegisters.IgnoreQueryFilters().Select(ledger => ledger.OfficeCode).ToListAsync()));
        Assert.Equal((2, 1), await _server.InDbAsync(async db => (await db.PackagesSent.IgnoreQueryFilters().CountAsync(), await db.PackagesReceived.IgnoreQueryFilters().CountAsync())));
        Assert.Equal(1, await _server.InDbAsync(db => db.AuditRecords.CountAsync(record => record.Action == "销毁" && record.Detail == "收到的台账共 1 份")));
    }

    [Fact]
    public async Task Another_offices_papers_stay_and_the_destruction_is_on_record()
    {
        var other = await _server.AddOfficeAsync(await _server.FirstVillageAsync(1));
        await (await _server.SignedInUserAsync("lingcun", other.Code, Roles.Clerk)).KeyedAsync(_server);
        await EndAsync(Ended, Ended);

        await NightOfAsync(Ended.AddDays(31));

        Assert.Equal(other.Code, (await _server.InDbAsync(db => db.Declarations.IgnoreQueryFilters().SingleAsync())).OfficeCode);
        var record = await _server.InDbAsync(db => db.AuditRecords.SingleAsync(each => each.Action == "销毁"));
        Assert.Equal($"村居 {_office}", record.Subject);
        Assert.Equal("申报、通行卡、草稿共 3 份", record.Detail);
    }

    /// <summary>One person through a gate, one held back there, one more in the hour.</summary>
    private Task PassedAsync(Checkpoint gate, string name) => _server.InDbAsync(db => db.InOneTransactionAsync(() =>
    {
        var number = LawfulCase.Number().Value;
        db.Passages.Add(Passage.Of(gate, number, new(name, "", "", PassageReason.BackHome, PassageDirection.In), new() { FoundNormal = true }, LawfulCase.Now, Ended));
        db.GateIncidents.Add(GateIncident.Note(gate, CheckVerdict.NotOurs, new() { FoundNormal = true }, name + "的当场处理", LawfulCase.Clerk, LawfulCase.Now, Ended));
        var tally = GateTally.Of(gate, Ended, 9);
        tally.Add();
        db.GateTallies.Add(tally);
        return Task.CompletedTask;
    }));

    /// <summary>Passages and incidents.</summary>
    private Task<(int Passages, int Incidents)> KeptAsync() => _server.InDbAsync(async db => (await db.Passages.IgnoreQueryFilters().CountAsync(), await db.GateIncidents.IgnoreQueryFilters().CountAsync()));

    private Task EndAsync(DateOnly? on, DateOnly enteredOn) => _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        (await db.Offices.SingleAsync(office => office.Code == _office)).EndEpidemic(on, enteredOn)));

    private async Task<int> NightOfAsync(DateOnly day)
    {
        _server.Clock.SetTo(OfficeClock.StartOf(day));
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));
        return (await scope.ServiceProvider.GetRequiredService<RetentionPurge>().DestroyDueAsync()).Count;
    }

    private Task<int> PapersAsync() => _server.InDbAsync(async db =>
        await db.Declarations.IgnoreQueryFilters().CountAsync() + await db.Passes.IgnoreQueryFilters().CountAsync()
        + await db.Drafts.IgnoreQueryFilters().CountAsync() + await db.SearchKeys.IgnoreQueryFilters().CountAsync()
        + await db.Set<DeclarationVersion>().CountAsync()
        + await db.Set<ReviewDecision>().CountAsync());
}
