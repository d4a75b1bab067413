using System.Text.Json;
using System.Text.RegularExpressions;
using HealthCode.Domain.Archives;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Seals;
using HealthCode.Domain.Supervision;
using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Cards;
using HealthCode.Web.Printing.Forms;
using HealthCode.Web.Printing.Manuals;
using HealthCode.Web.Printing.Posters;
using HealthCode.Web.Printing.Seals;
using HealthCode.Web.Printing.Slips;
using HealthCode.Web.Printing.Stickers;
using Markdig;
using Markdig.Syntax;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>Every kind of PDF the program makes is a sound file, says how it is to be printed, and reads back as it was written.</summary>
public sealed partial class PdfOutputTests
{
    /// <summary>Characters of extensions A to F beside common ones.</summary>
    private const string Rare = "㐂𠮷𪚥𫝀𬱖𬺰村";

    private static readonly PersonName Name = PersonName.Restore("欧阳" + Rare);

    /// <summary>Papers that name neither a person in full nor the office.</summary>
    private static readonly Type[] Nameless = [typeof(StickerSheet), typeof(TestSheet), typeof(SealProof)];

    /// <summary>Each paper: what draws it, and one of it.</summary>
    private static readonly Dictionary<string, (Type DrawnBy, Func<byte[]> Draw)> Drawn = new()
    {
        [nameof(TestSheet)] = (typeof(TestSheet), () => TestSheet.Draw(Paper.A4, Calibration.None)),
        [nameof(BoxLabel)] = (typeof(BoxLabel), () => BoxLabel.Draw(Box(), Here())),
        [nameof(ClosingNotice)] = (typeof(ClosingNotice), () => ClosingNotice.Draw(Ended(), End)),
        [nameof(DeclarationForm)] = (typeof(DeclarationForm), () => DeclarationForm.Draw(LawfulCase.Pack.Pass, 2020, [new(null, Named), new(null, null)])),
        [nameof(DestructionList)] = (typeof(DestructionList), () => DestructionList.Draw(Destroyed(), [Box()])),
        [nameof(SealRegister)] = (typeof(SealRegister), () => SealRegister.Draw([SealUse.OnCard(Issued(), true, Clerk, new("gaizhang", "王保管"), Now, Today, "")], Here(), Today)),
        [nameof(StopListSheet)] = (typeof(StopListSheet), () => StopListSheet.Draw([], Here(), Now)),
        [nameof(SealProof)] = (typeof(SealProof), () => SealProof.Draw(PaintedSeal())),
        [nameof(RoundListSheet)] = (typeof(RoundListSheet), () => RoundListSheet.Draw([new(1, "马晓燕", Name.Value, "3组 3-8", "13800000003", "样例村3组8号", "医学观察第 3 天")], LawfulCase.Pack.HealthCode.CheckIn, Here(), Today)),
        [nameof(RenewalRoundSheet)] = (typeof(RenewalRoundSheet), () => RenewalRoundSheet.Draw([new("马晓燕", "3组", "样例村3组8号", Name.Value, "13800000003", Today, 0)], Here(), Today)),
        [nameof(Handbook)] = (typeof(Handbook), () => Handbook.Draw([new("/Help/01-first-card", "录入", Markdown.Parse($"## 姓名\n\n{Rare}照着纸录。"))], _ => null, Rare, Today)),
        [nameof(QuickStartSheet)] = (typeof(QuickStartSheet), () => QuickStartSheet.Draw(Markdown.Parse($"1. 录入{Rare}\n2. 审核\n3. 打印\n4. 盖章\n5. 发放").Descendants<ListBlock>().First(), null, Here())),
        [nameof(OutreachSheet)] = (typeof(OutreachSheet), () => OutreachSheet.Draw([new(1, Name.Value, "82 岁", "3组 3-8", "13800000003", "样例村3组8号", "没有码也没有卡，80 岁以上")], OutreachRound.Plan(Here(), 1, OutreachKind.Canvass, new(PersonName.Restore("马晓燕"), null), Today, [Villager], new Dictionary<long, int>(), Clerk, Now, Today), Here())),
        [nameof(StatementSlip)] = (typeof(StatementSlip), () => StatementSlip.Draw(CircumstanceStatement.Write(Villager, "老人", "没有智能手机", "本人", false, Hebei.Pack, Today), Hebei.Pack.HealthCode, Here())),
        [nameof(OfficialPoster)] = (typeof(OfficialPoster), () => OfficialPoster.Draw(Venue(), VenueCase.Poster(Venue()), VenueCase.Picture(), VenueCase.Pack.Venues.Code!, Here(), Paper.A3)),
        [nameof(NoticePoster)] = (typeof(NoticePoster), () => NoticePoster.Draw(LawfulCase.Pack.Venues.Notices, VenueCase.Office(village: Rare), Paper.A4)),
        [nameof(RegisterSlip)] = (typeof(RegisterSlip), () => RegisterSlip.Draw(RegisterCase.Pack.Register(RegisterKind.Medicines)!, RegisterCase.Pack, Shop(Rare + "药店"), [1, 2, 3], Here())),
        [nameof(ReturneeNotice)] = (typeof(ReturneeNotice), () => ReturneeNotice.Draw(RegisterCase.Keyed(RegisterCase.Returnee() with { Name = Name }), RegisterCase.Pack.Register(RegisterKind.Returnees)!, RegisterCase.Pack, Here(), Today)),
        [nameof(WorkStatement)] = (typeof(WorkStatement), () => WorkStatement.Draw(Shop(Rare + "厂"), new(4, 3), [Name.Masked], RegisterCase.Pack.Register(RegisterKind.Work)!.Citation, Here(), Now)),
        [nameof(EntryListSheet)] = (typeof(EntryListSheet), () => EntryListSheet.Draw(Venue(), Here())),
        [nameof(CaseTransmittal)] = (typeof(CaseTransmittal), () => CaseTransmittal.Draw(ResultCase.Open(Villager, ResultCaseKind.Correction, "说他同乘火车，他那天在家", "", [], Clerk, Now), Villager, "我的宁夏", Here(), Today)),
        [nameof(CheckInSlip)] = (typeof(CheckInSlip), () => CheckInSlip.Draw(CheckedIn(), Named.Person, Today.AddDays(3), LawfulCase.Pack.HealthCode.CheckIn, Here())),
        [nameof(CollectionSheet)] = (typeof(CollectionSheet), () => CollectionSheet.Draw([Batch.Card(Name.Value, Form.CurrentAddress, 1)], Here(), Today)),
        [nameof(SelfCheckPaper)] = (typeof(SelfCheckPaper), () => SelfCheckPaper.Draw(SelfCheck.Enter(Here(), Today, Name.Value, SupervisedOffice.Findings(5, 1, Today), LawfulCase.Pack, Clerk, Now), Here())),
        [nameof(InspectionSlip)] = (typeof(InspectionSlip), () => InspectionSlip.Draw(Inspected(), Here(), Today)),
        [nameof(ComplaintSlip)] = (typeof(ComplaintSlip), () => ComplaintSlip.Draw(Complained(), LawfulCase.Pack.Supervision.Recognition!, Here(), Today)),
        [nameof(TipSlip)] = (typeof(TipSlip), () => TipSlip.Draw(TipCase.At(TipState.Dispatched, TipCase.Clue with { Suspect = Name }), TipCase.Terms, Here())),
        [nameof(TipForm)] = (typeof(TipForm), () => TipForm.Draw(TipCase.Terms, Here())),
        [nameof(CorrectionSlip)] = (typeof(CorrectionSlip), () => CorrectionSlip.Draw(Returned(), Here())),
        [nameof(IncidentSlip)] = (typeof(IncidentSlip), () => IncidentSlip.Draw(Incident(), Here())),
        [nameof(ReceiptSlip)] = (typeof(ReceiptSlip), () => ReceiptSlip.Draw([Submitted(Named)], Here())),
        [nameof(RefusalSlip)] = (typeof(RefusalSlip), () => RefusalSlip.Draw(Refused(), Here())),
        [nameof(RequestSlip)] = (typeof(RequestSlip), () => RequestSlip.Draw(Answered(), Here(), [Approved()], [Issued()], null, Today)),
        [nameof(DisclosureSlip)] = (typeof(DisclosureSlip), () => DisclosureSlip.Draw([new(Now, Clerk.Name, "查看", "申报表")], Here(), Now)),
    };

    static PdfOutputTests()
    {
        foreach (var design in PrintCatalog.All)
        {
            // The last place stays empty: a sheet is seldom full. Red ink, so that a picture is among the streams.
            var cards = Enumerable.Range(1, Math.Max(1, design.Product.PerSheet - 1)).Select(i => Batch.Card(Name.Value, Form.CurrentAddress, i)).ToList();
            var seal = PaintedSeal();
            Drawn[design.Product.Code] = (design.GetType(), () => Sheets(design, cards, Batch.Job(Here()) with { Seal = page => seal.Draw(page, 0, 0, 100) }));
        }
    }

    public static TheoryData<string> Papers => [.. Drawn.Keys];

    private static DailyCheckIn CheckedIn() => DailyCheckIn.Enter(
        Villager, HealthStatus.Of(Villager), null, Today, CheckInChannel.Desk,
        new() { Temperature = Measured("36.5").Temperature, FoundNormal = true }, null, [], LawfulCase.Pack, Clerk, Now);

    private static Inspection Inspected()
    {
        var form = LawfulCase.Pack.Supervision.Inspections[0];
        return Inspection.Enter(Here(), form, new("惠民超市", Today, Name.Value, "请补上", Today), [.. form.Items.Select(_ => (InspectionOutcome?)InspectionOutcome.NotInOrder)], [], Clerk, Now);
    }

    private static RecognitionComplaint Complained() => RecognitionComplaint.Receive(
        Here(), new() { Name = Name, Credential = "健康通行卡", Place = "县医院", On = Today, ToldBy = "本人" }, null, LawfulCase.Pack.Supervision.Recognition!, 24, Clerk, Now);

    private static Facility Shop(string name) => Facility.Register(Here(), RegisterKind.Medicines, new(name, "城关镇", "", null), [], RegisterCase.Pack);

    private static HealthCode.Domain.Venues.Venue Venue() => VenueCase.Approved(name: Rare + "卫生室");

    private static Resident Villager => Resident.Enter(Here(), new() { Person = Named.Person }, Today);

    private static DeclarationContent Named => Form with { Person = Applicant with { Name = Name } };

    private static EndNotice End => new("样例省应对新冠肺炎疫情工作指挥部办公室", "样指办发〔2020〕109号", Today);

    [Theory]
    [MemberData(nameof(Papers))]
    public void No_paper_cites_a_document_of_ours(string paper)
    {
        using var pdf = new PdfInspector(Drawn[paper].Draw());

        Assert.All(Enumerable.Range(1, pdf.Sizes.Count).Select(pdf.Words), words => Assert.DoesNotMatch(@"RULES|DECISIONS|\.md|\.cs|(?<![0-9A-Za-z])D\d{1,2}(?![0-9A-Za-z])", words));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_paper_is_a_sound_file_with_its_streams_packed(string paper)
    {
        using var pdf = new PdfInspector(Drawn[paper].Draw());

        Assert.Equal("", pdf.Faults);
        var streams = pdf.Objects.EnumerateObject().Where(each => each.Value.TryGetProperty("stream", out _)).Select(each => each.Value.GetProperty("stream").GetProperty("dict")).ToList();
        Assert.NotEmpty(streams);
        Assert.All(streams, dictionary => Assert.Equal(Said(dictionary, "/Type") == "/Metadata" ? null : "/FlateDecode", Said(dictionary, "/Filter")));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_paper_says_its_title_its_language_and_that_it_is_not_to_be_scaled(string paper)
    {
        using var pdf = new PdfInspector(Drawn[paper].Draw());
        var objects = pdf.Objects;
        var trailer = objects.GetProperty("trailer").GetProperty("value");
        var catalog = Followed(objects, trailer.GetProperty("/Root"));
        var preferences = Followed(objects, catalog.GetProperty("/ViewerPreferences"));

        Assert.Equal("u:zh-CN", Said(catalog, "/Lang"));
        Assert.Matches(@"^u:\p{IsCJKUnifiedIdeographs}{2}", Said(Followed(objects, trailer.GetProperty("/Info")), "/Title"));
        Assert.True(preferences.GetProperty("/DisplayDocTitle").GetBoolean());
        Assert.Equal("/None", Said(preferences, "/PrintScaling"));
        // Cards have their backs on the other side unless they are folded; everything else is printed on one side.
        var twoSided = CardSheet.All.Any(sheet => sheet.Product.Code == paper && !sheet.Folded);
        Assert.Equal(twoSided ? "/DuplexFlipLongEdge" : null, Said(preferences, "/Duplex"));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Names_with_characters_beyond_four_hex_digits_read_back_as_they_were_written(string paper)
    {
        using var pdf = new PdfInspector(Drawn[paper].Draw());

        var words = string.Concat(Enumerable.Range(1, pdf.Sizes.Count).Select(pdf.Words));
        Assert.Equal(!Nameless.Contains(Drawn[paper].DrawnBy), words.Contains(Rare, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_is_still_drawn_on_is_not_written()
    {
        using var document = Typography.Document("公告");
        using var page = document.Page(Paper.A6);

        Assert.Throws<InvalidOperationException>(() => document.Bytes());
    }

    [Fact]
    public void Every_class_that_makes_a_PDF_is_among_them() =>
        Assert.Equal(Sources().Where(source => MakesPaper().IsMatch(source.Text)).Select(source => source.Class).Order(), Drawn.Values.Select(paper => paper.DrawnBy.Name).Distinct().Order());

    [Fact]
    public void No_PDF_is_begun_or_written_by_another_way()
    {
        Assert.Equal([nameof(Typography)], Sources().Where(source => source.Text.Contains("new PdfDocument(", StringComparison.Ordinal)).Select(source => source.Class));
        Assert.Equal([nameof(PdfOutput)], Sources().Where(source => WritesPdf(source.Text)).Select(source => source.Class));
    }

    [Fact]
    public void Twin_a_document_that_left_by_another_way_would_be_found()
    {
        Assert.True(WritesPdf("using PdfSharp.Pdf; document.Save(to);") && !WritesPdf("using PdfSharp.Drawing; var state = page.Save();"));
        using var document = Typography.Document("公告");
        using (var page = document.Page(Paper.A6))
        {
            Typography.Line(page, Rare, 10, 50, 12);
        }

        using var written = new MemoryStream();
        document.Save(written, false);
        using var pdf = new PdfInspector(written.ToArray());

        Assert.Contains("WARNING", pdf.Faults, StringComparison.Ordinal);
        Assert.DoesNotContain(Rare, pdf.Words(1), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Class, string Text)> Sources() =>
        Directory.EnumerateFiles(SourceTree.Folder("HealthCode.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    private static bool WritesPdf(string source) => source.Contains("PdfSharp", StringComparison.Ordinal) && SavesTo().IsMatch(source);

    private static string? Said(JsonElement dictionary, string key) => dictionary.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static JsonElement Followed(JsonElement objects, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? objects.GetProperty("obj:" + value.GetString()).GetProperty("value") : value;

    private static byte[] Sheets(ISheetDesign design, IReadOnlyList<HealthPass?> places, SheetJob job)
    {
        using var pdf = new MemoryStream();
        design.Draw([places, places], job, pdf);
        return pdf.ToArray();
    }

    private static SealImage PaintedSeal() => SealImage.TryRead(PaintedPng.Seal(300), out var seal, out var fault) ? seal : throw new InvalidOperationException(fault);

    private static Office Here()
    {
        var office = Office();
        office.SetNameAndPhones($"样例{Rare}村民委员会", CommitteeKind.Village, "0951-6012345", "0951-12345");
        return office;
    }

    private static Office Ended()
    {
        var office = Here();
        office.EndEpidemic(Today, Today);
        return office;
    }

    private static PaperBox Box() => PaperBox.Enter(Here(), "2020-01", "健康通行卡办理申报表", 120, "档案柜二层", Today, Today, Clerk, Now, Today);

    private static DestructionRecord Destroyed()
    {
        var record = DestructionRecord.Begin(Ended(), End, Now, Today.AddDays(31));
        record.Finish("到第 9 号记录", _ => "", Now.AddMinutes(1));
        return record;
    }

    private static Declaration Returned()
    {
        var declaration = Submitted(Named);
        declaration.ReturnForCorrection(NothingFound, ["签字"], "请当面补填", 1, Reviewer, Now, Today);
        return declaration;
    }

    private static Declaration Refused()
    {
        var declaration = Submitted(Named);
        declaration.Refuse(NothingFound.With(new(RefusalClause.Symptoms) { Applies = true, Symptoms = PresentSymptom.DryCough }), "当面说明", 1, Pack, Reviewer, Now, Today);
        return declaration;
    }

    private static GateIncident Incident() => GateIncident.Note(
        Checkpoint.Open(Here(), "村口卡点", CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", CheckMode.Venue), CheckVerdict.NotOurs, new() { FoundNormal = true }, "劝回", new("kakou", "丁值守"), Now, Today);

    private static ResidentRequest Answered()
    {
        var request = ResidentRequest.Receive(Here(), RequestKind.Access, "马德山", "", "看过身份证原件", "想看看", Approved(), Clerk, Now, Today);
        request.Grant("如下", null, Reviewer, Today);
        return request;
    }

    /// <summary>A slip is begun by its sheet; the seal's rehearsal is never written.</summary>
    [GeneratedRegex(@"(?<!rehearsal = )Typography\.Document\((?!title\))|new SlipSheet\(")]
    private static partial Regex MakesPaper();

    [GeneratedRegex(@"\.Save(Async)?\([^)]")]
    private static partial Regex SavesTo();
}
