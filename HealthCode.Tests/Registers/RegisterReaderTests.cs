using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Web.Fields;
using HealthCode.Web.Registers;
using static HealthCode.Tests.Support.RegisterCase;

namespace HealthCode.Tests.Registers;

/// <summary>What is typed of a slip is read as it is written on paper; what cannot be read is said beside its item.</summary>
public sealed class RegisterReaderTests
{
    [Theory]
    [InlineData("止咳糖浆 2", "止咳糖浆×2")]
    [InlineData("止咳糖浆2盒，退热贴 ３", "止咳糖浆×2 退热贴×3")]
    [InlineData("999感冒灵 10\n布洛芬缓释胶囊 1瓶", "999感冒灵×10 布洛芬缓释胶囊×1")]
    [InlineData("复方氨酚烷胺片12片 2盒", "复方氨酚烷胺片12片×2")]
    [InlineData("连花清瘟 x 4", "连花清瘟×4")]
    [InlineData("退热贴 10000；止咳糖浆 0", "退热贴×10000 止咳糖浆×0")]
    [InlineData("退热贴 99999999999", "退热贴×2147483647")]
    public void Drugs_are_names_with_quantities(string typed, string read) =>
        Assert.Equal(read, string.Join(' ', Assert.IsType<MedicinePurchase>(Read(RegisterKind.Medicines, out _, (RegisterField.Drugs, typed))).Drugs.Select(drug => $"{drug.Name}×{drug.Quantity}")));

    [Theory]
    [InlineData("止咳糖浆")]
    [InlineData("止咳糖浆 两盒")]
    [InlineData("感冒灵999")]
    [InlineData("泰诺 1.5")]
    [InlineData("泰诺-1盒")]
    [InlineData("2")]
    public void A_drug_without_a_quantity_is_named(string typed)
    {
        Assert.Null(Read(RegisterKind.Medicines, out var faults, (RegisterField.Drugs, typed)));

        Assert.Contains(typed, Assert.Single(faults).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("有", true)]
    [InlineData("２", false)]
    [InlineData("没有", false)]
    [InlineData("", null)]
    public void An_answer_is_its_figure_or_its_word(string typed, bool? answer) =>
        Assert.Equal(answer, Assert.IsType<FeverClinicVisit>(Read(RegisterKind.FeverClinic, out _, (RegisterField.Temperature, "36。8"), (RegisterField.Exposure, typed))).Exposure);

    [Fact]
    public void Any_other_answer_is_said_with_those_there_are()
    {
        Assert.Null(Read(RegisterKind.FeverClinic, out var faults, (RegisterField.Temperature, "365"), (RegisterField.Exposure, "3")));

        Assert.Equal((RegisterField.Exposure, "请写 1 有，2 无"), (Assert.Single(faults).Field!.Name, faults[0].Sentence));
    }

    [Fact]
    public void What_the_paper_needs_is_asked_for_by_its_own_words()
    {
        Assert.Null(Read(RegisterKind.FeverClinic, out var faults));

        Assert.Equal([(RegisterField.Temperature, "请填写：体温（现场测）")], faults.Select(fault => (fault.Field!.Name, fault.Sentence)).Select(each => ((RegisterField)each.Name, each.Sentence)));
    }

    [Fact]
    public void A_temperature_below_34_is_to_be_measured_again()
    {
        Assert.Null(Read(RegisterKind.FeverClinic, out var faults, (RegisterField.Temperature, "33.9")));

        Assert.Contains("复测", Assert.Single(faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_of_a_patient_wants_the_choice_of_buying_for_another()
    {
        Assert.Null(Read(RegisterKind.Medicines, out var faults, (RegisterField.Drugs, "退热贴 1"), (RegisterField.PatientPhone, "13800000007")));

        Assert.Equal(RegisterRules.ForOtherChosen.Sentence, Assert.Single(faults).Sentence);
        Assert.NotNull(Assert.IsType<MedicinePurchase>(Read(RegisterKind.Medicines, out _, (RegisterField.Drugs, "退热贴 1"), (RegisterField.ForOther, "1"), (RegisterField.PatientPhone, "13800000007"))).Patient);
    }

    [Fact]
    public void An_item_that_the_provinces_paper_does_not_ask_is_not_read()
    {
        FieldFaults<Field> faults = [];
        var cells = new RegisterCells { [RegisterField.Name] = Name(0), [RegisterField.DocumentNumber] = Number(0), [RegisterField.ArrivedOn] = "3.1", [RegisterField.From] = "湖北", [RegisterField.HadSymptoms] = "1" };

        var read = Assert.IsType<Returnee>(RegisterReader.Read(Ningxia.Pack.Register(RegisterKind.Returnees)!, Ningxia.Pack, cells, null, faults, Today, Today)!.Value.Content);

        Assert.Equal(("", (bool?)null, new DateOnly(2020, 3, 1)), (read.From, read.HadSymptoms, read.ArrivedOn));
    }

    [Fact]
    public void A_number_that_cannot_be_right_is_kept_by_force_with_the_reason_and_matches_nobody()
    {
        var wrong = Number(0)[..17] + (Number(0)[17] == '1' ? '2' : '1');

        Assert.Null(Read(RegisterKind.FeverClinic, out var faults, (RegisterField.DocumentNumber, wrong), (RegisterField.Temperature, "37")));
        Assert.Equal(RegisterField.DocumentNumber, Assert.Single(faults).Field!.Name);
        var forced = Read(RegisterKind.FeverClinic, out _, (RegisterField.DocumentNumber, wrong), (RegisterField.Temperature, "37"), (RegisterField.SaveDespiteFault, "True"), (RegisterField.DocumentReason, "单子上就是这样"));
        Assert.Equal((wrong, (string?)null), (forced!.Document!.Number, forced.PersonKey));
    }

    [Theory]
    [InlineData(RegisterKind.Returnees)]
    [InlineData(RegisterKind.Work)]
    [InlineData(RegisterKind.FeverClinic)]
    [InlineData(RegisterKind.Medicines)]
    public void What_is_written_back_is_read_the_same(RegisterKind kind)
    {
        RegisterContent content = kind switch
        {
            RegisterKind.Returnees => Returnee() with { ArrivedOn = Today, IsolationFrom = Today, IsolationTo = Today, IsolationPlace = "镇卫生院", LeftOn = Today, StayedInArea = true, CarrierContact = false, Health = "好", Measures = "居家", Note = "缺药" },
            RegisterKind.Work => Worker() with { County = "样例市", Township = "样例镇", From = "广东", Contacts = "没有", Health = "好", Result = HealthCodeResult.Green, ResultSeenOn = Today, Consent = "本人" },
            RegisterKind.FeverClinic => Visit() with { ParentName = "马建国", CaseReport = "无", Opinion = "回家休息", IsReferred = true },
            _ => Purchase() with { Drugs = [new("退热贴", 3), new("999感冒灵", 1)], Exposure = true, Patient = new(null, "纳福贵", Document(9), "样例村 5 组") },
        };
        FieldFaults<Field> faults = [];

        var read = RegisterReader.Read(Pack.Register(kind)!, Pack, Keyed(content).CellsOf(Pack), 1, faults, Today, Today);

        Assert.Empty(faults);
        Assert.Equal(content is MedicinePurchase purchase ? purchase with { Drugs = [] } : content, read!.Value.Content is MedicinePurchase other ? other with { Drugs = [] } : read.Value.Content);
        Assert.Equal((content as MedicinePurchase)?.Drugs ?? [], (read.Value.Content as MedicinePurchase)?.Drugs ?? []);
    }

    private static RegisterContent? Read(RegisterKind kind, out FieldFaults<Field> faults, params (RegisterField Field, string Typed)[] typed)
    {
        var cells = new RegisterCells { [RegisterField.On] = "3.5", [RegisterField.Name] = Name(0), [RegisterField.DocumentNumber] = Number(0) };
        foreach (var (field, text) in typed)
        {
            cells[field] = text;
        }

        return RegisterReader.Read(Pack.Register(kind)!, Pack, cells, 1, faults = [], Today, Today)?.Content;
    }
}
