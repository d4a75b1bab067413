using System.Net;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Encryption;

/// <summary>加密的列: whoever opens the file finds nobody's number, telephone, address or health; whoever changes it is found out.</summary>
public sealed class EncryptedColumnsTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        _desk = await _server.SignedInUserAsync("yiren", (await _server.FirstVillageAsync()).Value, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_file_of_a_whole_office_tells_no_number_no_telephone_no_address_and_no_answer()
    {
        var demo = new DemoVillage();
        await demo.InitializeAsync();
        try
        {
            var forms = await demo.Server.InDbAsync(db => db.Declarations.Include(form => form.Decisions).ToListAsync());
            var residents = await demo.Server.InDbAsync(db => db.Residents.ToListAsync());
            List<string> secrets =
            [
                .. forms.Select(form => form.Content.Person.Document.Number), .. forms.Select(form => form.PersonKey),
                .. forms.Select(form => form.Content.Phone?.Value).OfType<string>(), .. forms.SelectMany(form => form.Content.Stays.Select(stay => stay.Address)),
                .. residents.Select(resident => resident.Person.Document.Number), .. residents.Select(resident => resident.Address),
                .. residents.Select(resident => resident.Phone?.Value).OfType<string>(), .. residents.Select(resident => resident.GridWorker?.Phone?.Value).OfType<string>(),
                .. forms.SelectMany(form => form.Decisions.Select(decision => decision.Reason)).Where(reason => reason.Length > 6),
                nameof(HealthAnswers.CloseContact), nameof(HealthAnswers.MetFeverish), nameof(TemperatureReading.FoundNormal) + "\":", "Celsius", "额温枪1号",
            ];
            Assert.True(secrets.Count > 1_000);

            Assert.Empty(await demo.Server.StandingInAsync(secrets.Where(secret => secret.Length > 0).Distinct()));

            // The same search does find what may stand there.
            var names = await demo.Server.InDbAsync(db => db.Offices.Select(office => office.OfficialName).ToListAsync());
            Assert.Equal(names, await demo.Server.StandingInAsync(names));
        }
        finally
        {
            await demo.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_draft_a_passage_and_an_incident_tell_nothing_either()
    {
        await _desk.OpenAsync("/Declarations/Create");
        await _desk.PostAsync("/Declarations/Create?handler=Draft", _desk.FieldsWith(PaperForm.Filled, ("Phone", "13800001234")));
        var gate = await _server.AddCheckpointAsync((await _server.FirstVillageAsync()).Value);
        Assert.True(BodyTemperature.TryParse("38.7", out var hot, out _));
        await _server.InDbAsync(db => db.InOneTransactionAsync(() =>
        {
            var finding = new GateFinding { FoundNormal = false, Temperature = hot };
            db.Passages.Add(Passage.Of(gate, LawfulCase.Number().Value, new("丁路过", "13900005678", "宁A·12345", PassageReason.BackHome, PassageDirection.In), finding, LawfulCase.Now, LawfulCase.Today));
            db.GateIncidents.Add(GateIncident.Note(gate, CheckVerdict.NotOurs, finding, "劝返丁路过", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today));
            return Task.CompletedTask;
        }));

        Assert.Empty(await _server.StandingInAsync([PaperForm.Number, "13800001234", "马德山", "样例社区3号", "丁路过", "13900005678", "宁A·12345", "38.7", "体温不正常"]));

        var (passage, incident) = await _server.InDbAsync(async db => (await db.Passages.SingleAsync(), await db.GateIncidents.SingleAsync()));
        Assert.Equal(("丁路过", "13900005678", "宁A·12345", hot), (passage.Name, passage.Phone, passage.Plate, passage.Temperature));
        Assert.Equal(("劝返丁路过", hot), (incident.Handling, incident.Temperature));
    }

    [Fact]
    public async Task A_changed_byte_is_an_error_that_names_the_row_and_shows_nothing_else()
    {
        var id = await _desk.KeyedAsync(_server);
        var other = await _desk.KeyedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        await ChangeAsync("Declarations", "Content", id, value => value[^20] ^= 1);

        await _desk.OpenAsync($"/Declarations/Details/{id}");

        Assert.Equal(HttpStatusCode.InternalServerError, _desk.Status);
        Assert.Contains($"Declarations {id} Content", _desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("马德山", _desk.Text, StringComparison.Ordinal);
        await _desk.OpenAsync($"/Declarations/Details/{other}");
        Assert.Contains("纳福贵", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_moved_to_another_column_does_not_open()
    {
        var card = await _desk.ApprovedAsync(_server);
        await _server.ExecuteAsync("UPDATE Passes SET CollectedBy = ResidenceAddress");

        await _desk.OpenAsync($"/Passes/Details/{card}");

        Assert.Equal(HttpStatusCode.InternalServerError, _desk.Status);
        Assert.Contains($"Passes {card} CollectedBy", _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_still_has_one_card_and_is_known_again_by_number()
    {
        await _desk.ApprovedAsync(_server);
        await _desk.OpenAsync("/Declarations/Create");

        await _desk.EnterAsync(("Name", "别的名字"));

        Assert.Contains(_desk.Errors, error => error.Contains("这个号码以前登记的是另一个名字", StringComparison.Ordinal));
        var mark = Assert.Single(await _server.RawAsync<string>("SELECT PersonKey FROM Passes"));
        Assert.Equal(22, mark.Length);
        var kept = await _server.InDbAsync(db => db.Passes.SingleAsync(pass => pass.PersonKey == "18:" + PaperForm.Number));
        Assert.Equal("18:" + PaperForm.Number, kept.PersonKey);
        await Assert.ThrowsAnyAsync<Exception>(() => _server.InDbAsync(db => db.Database.ExecuteSqlRawAsync(TestDatabase.Sql(
            "CREATE TEMP TABLE Twin AS SELECT * FROM Passes; UPDATE Twin SET Id = 99, Number = 'x', ReprintOf = 'y'; INSERT INTO Passes SELECT * FROM Twin"))));
    }

    [Fact]
    public async Task A_correction_that_leaves_the_person_alone_says_nothing_of_his_paper()
    {
        var id = await _desk.KeyedAsync(_server);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
        {
            var form = await db.Declarations.Include(each => each.Versions).SingleAsync(each => each.Id == id);
            form.Correct(form.Content with { SchoolClass = "三年级2班" }, "补写班级", LawfulCase.Clerk, LawfulCase.Now, LawfulCase.Today);
        }));

        var record = await _server.InDbAsync(db => db.AuditRecords.OrderBy(each => each.Id).LastAsync(each => each.Action == "修改"));
        Assert.Equal("申报内容、版本：1→2", record.Detail);
    }

    private async Task ChangeAsync(string table, string column, long id, Action<byte[]> change)
    {
        var value = Assert.Single(await _server.RawAsync<byte[]>($"SELECT {column} FROM {table} WHERE Id = {id}"));
        change(value);
        Assert.Equal([id], await _server.RawAsync<long>($"UPDATE {table} SET {column} = x'{Convert.ToHexString(value)}' WHERE Id = {id} RETURNING Id"));
    }
}
