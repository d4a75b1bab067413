using HealthCode.Domain.Archives;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Seals;
using HealthCode.Domain.Tips;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Retention;
using HealthCode.Web.Search;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>Fixture that later versions must open and restore: a row in every table, a backup. See <c>HealthCode.Tests fixture FOLDER</c>.</summary>
public static class FilledOffice
{
    /// <summary>Creates the fixture in a new folder: database, keys, one backup.</summary>
    public static async Task MakeAsync(string folder)
    {
        var server = await OfficeServer.WithOfficeAsync(ownKeys: true);
        var office = (await server.FirstVillageAsync()).Value;
        var desk = await server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer, Roles.SealKeeper);
        await desk.ApprovedAsync(server, ("Phone", "13800001234"));
        await desk.KeyedAsync(server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        await desk.OpenAsync("/Declarations/Create");
        await desk.PostAsync("/Declarations/Create?handler=Draft", desk.FieldsWith(PaperForm.Filled));
        var cards = await server.IssueAsync(3);
        await server.HandOverAsync(cards[..1]);
        await desk.OpenAsync("/Printing");
        await desk.PressAsync("排版，准备打印");
        await desk.OpenAsync("/Reports/Courier");
        await desk.PressAsync("制作报送包");
        await server.AddUserAsync("guanli", office, Roles.SystemAdministrator);
        // The first request for the township's key creates it.
        await (await server.SignedInUserAsync("zhen", office[..9], Roles.TownshipOfficial)).Http.GetByteArrayAsync(StickCase.Receive + "?handler=Key");
        await server.InDbAsync(db => db.InOneTransactionAsync(() => AddRowsAsync(server, db, cards[0])));
        await server.LockAsync();
        await server.BackUpAsync();

        // Copied without a write-ahead log, so that one file is the whole database.
        Directory.CreateDirectory(folder);
        BackupCase.EngineOf(server).Copy(new DataFolder(folder).Database);
        foreach (var file in Directory.GetFiles(Path.Combine(server.Folder, "keys")).Concat(Directory.GetFiles(BackupCase.Folder(server))))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(server.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        await server.DisposeAsync();
    }

    private static async Task AddRowsAsync(OfficeServer server, OfficeDb db, long card)
    {
        var (clock, now, today) = (server.Services.GetRequiredService<OfficeClock>(), LawfulCase.Now, LawfulCase.Today);
        var office = await db.Offices.OrderBy(each => each.Code).FirstAsync();
        var pass = await db.Passes.SingleAsync(each => each.Id == card);
        var user = await db.Users.OrderBy(each => each.UserName).FirstAsync();
        var gate = db.Checkpoints.Add(Checkpoint.Open(office, "村口卡点", CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", CheckMode.Port)).Entity;
        await db.SaveChangesAsync();
        Assert.True(BodyTemperature.TryParse("38.7", out var hot, out _));
        var finding = new GateFinding { FoundNormal = false, Temperature = hot };
        db.Passages.Add(Passage.Of(gate, pass.Number, new("丁路过", "13900005678", "宁A·12345", PassageReason.BackHome, PassageDirection.In), finding, now, today));
        db.GateIncidents.Add(GateIncident.Note(gate, CheckVerdict.NotOurs, finding, "请联系村委会", LawfulCase.Clerk, now, today));
        db.GateTallies.Add(GateTally.Of(gate, today, 9));
        db.SealUses.Add(SealUse.OnCard(pass, false, LawfulCase.Clerk, LawfulCase.Reviewer, now, today));
        db.Seals.Add(OfficeSeal.Register(office, PaintedSeal.Sheet(240, 240, (120, 120), 200).File(), "样政办函〔2020〕5号", LawfulCase.Reviewer, now));
        db.StockEntries.Add(StockEntry.Receive(office, CardSheet.A6.Product.Stock, 100, "乡镇发", LawfulCase.Clerk, now, today));
        db.PrintedForms.Add(PrintedForm.Of(await db.NextPrintedFormNumberAsync(office), office.Code, now));
        var workstation = db.Workstations.Add(Workstation.Register("w-1", office.Code, "窗口一")).Entity;
        workstation.Calibrate("窗口一", Calibration.Of(0.5m, -0.3m, 100.2m));
        db.Residents.Add(Resident.Enter(office, new() { Person = LawfulCase.Applicant, Address = "样例村3组8号", GridWorker = new(PersonName.Restore("马晓燕"), null) }, today));
        db.Requests.Add(ResidentRequest.Receive(office, RequestKind.Access, "马德山", "", "看过身份证原件", "想看看", null, LawfulCase.Clerk, now, today));
        db.PaperBoxes.Add(PaperBox.Enter(office, "2020-01", "申报表", 9, "柜", today, today, LawfulCase.Clerk, now, today));
        var venue = db.Venues.Add(Venue.Register(office, await db.NextVenueNumberAsync(office), VenueCase.Details(office.RulesOn(today)), [], LawfulCase.Clerk, now, today)).Entity;
        venue.Approve(VenueCase.Seen, LawfulCase.Reviewer, now, today);
        await db.SaveChangesAsync();
        db.VenuePictures.Add(VenuePicture.Take(venue, VenueCase.Picture(), now));
        db.VenuePosters.Add(VenueCase.Poster(venue));
        db.PostingChecks.Add(PostingCheck.Note(venue, today, "马晓燕", VenueCase.Sheets(office.RulesOn(today)), office.RulesOn(today), LawfulCase.Clerk, now, today));
        db.DoorDuties.Add(DoorDuty.Assign(venue, "老李", today, today, new(8, 0), new(18, 0), [], LawfulCase.Clerk));
        db.VenueEntries.Add(VenueEntry.Key(venue, VenueCase.Line(foundNormal: false), venue.NumberText, null, VenueCase.Pack, LawfulCase.Clerk, now));
        var shop = db.Facilities.Add(Facility.Register(office, RegisterKind.Medicines, new("椰林药店", "城关镇", "店长老陈", PhoneNumber.Restore("13800000009")), [], RegisterCase.Pack)).Entity;
        await db.SaveChangesAsync();
        var purchase = db.RegisterEntries.Add(RegisterEntry.Key(office, 1, new(today, 7, shop.Id), RegisterCase.Purchase(), [], RegisterCase.Pack, LawfulCase.Clerk, now)).Entity;
        await db.SaveChangesAsync();
        await db.IndexEntriesAsync(office.Code, [purchase], areNew: true);
        db.TipAreas.Add(TipCase.Area(office));
        db.Tips.Add(TipCase.At(TipState.Reported, office: office));
        db.TipSettings.Add(TipSettings.Usual(office));
        db.FollowUps.Add(FollowUp.Open(office.Code, null, "姓名不知道，在3组", FollowUpSource.Tip, "0001", "上门核查说有疑似", LawfulCase.Clerk, now));
        Assert.True(AddressRange.TryParse("192.168.1.10", out var range));
        db.AdministratorPcs.Add(AdministratorPc.Allow(range, "窗口一"));
        db.UsedTotpCodes.Add(UsedTotpCode.Of(user.Id, "111111", now));
        db.SignInCounts.Add(SignInCount.Begin("pc 192.168.1.20", now));
        db.PendingPosts.Add(PendingPost.Of(user.Id, office.Code, "/Declarations/Create", [new("Input.Name", "马德山")], now));
        db.JobRuns.Add(new() { Job = "audit", ForDay = today.AddDays(-1), StartedAt = now, EndedAt = now, Result = "没有改动", Succeeded = true, IsCatchUp = true });
        db.ReportDeadlines.Add(ReportDeadlines.Usual);
        await SupervisedOffice.AddAsync(db, office, now, card);
        db.SupervisionSettings.Add(HealthCode.Domain.Supervision.SupervisionSettings.Usual(office));
        await AddNeighboursAsync(server, db, clock);
    }

    /// <summary>Adds data received from other offices and the township, and an office whose data has been destroyed.</summary>
    private static async Task AddNeighboursAsync(OfficeServer server, OfficeDb db, OfficeClock clock)
    {
        var (now, today) = (LawfulCase.Now, LawfulCase.Today);
        var neighbour = (await server.FirstVillageAsync(1)).Value;
        using var key = IssuingKey.Make(neighbour, "样例邻村", 1, new(2020, 2, 28));
        using var dropped = IssuingKey.Make(neighbour, "样例邻村", 2, new(2020, 2, 28));
        db.TrustedKeys.Add(key.Trusted);
        db.DroppedKeys.Add(DroppedKey.Of(dropped.Trusted, now, "测试yiren", "电话里指纹对不上"));
        db.StopLists.Add(new() { Issuer = neighbour, At = now, Lines = $"{PassNumber.Of(DivisionCode.Parse(neighbour), 7).Value} 1" });
        db.PackageFiles.Add(new() { OfficeCode = neighbour, Number = 1, Bytes = [1, 2, 3] });
        db.PackagesReceived.Add(CourierCase.Received(CourierCase.Package()));
        db.ReceivedRegisters.Add(new() { OfficeCode = neighbour, Number = 1, Ciphertext = [1, 2, 3] });
        db.Townships.Add(CourierCase.Township.Trusted);
        var ended = Office.Establish((await server.FirstVillageAsync(2)), ["宁夏回族自治区", "银川市", "金凤区", "样例镇", "样例旧村"], CommitteeKind.Village, LawfulCase.Pack);
        db.Offices.Add(ended);
        var notice = new EndNotice("样例省指挥部", "样指发〔2020〕9号", today);
        var end = EpidemicEnd.Enter(ended, notice, today, "", null, null, LawfulCase.Clerk, now, today);
        end.Confirm(ended, true, null, LawfulCase.Reviewer, now, today);
        db.EpidemicEnds.Add(end);
        var record = DestructionRecord.Begin(ended, notice, now, today.AddDays(31));
        record.Note("passes", "健康通行卡", "张", RowPurge.How, 3, clock.Now);
        record.Finish("到第 1 号记录", _ => "", clock.Now);
        db.DestructionRecords.Add(record);
    }
}
