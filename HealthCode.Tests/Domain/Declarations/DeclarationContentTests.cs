using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Declarations;

public sealed class DeclarationContentTests
{
    [Fact]
    public void A_form_filled_but_for_telephone_and_residence_permit_has_no_blank()
    {
        Assert.Null(Form.Phone);
        Assert.Equal("", Form.PermitAddress);
        Assert.Empty(Form.BlankItems(Pack.Pass));
    }

    [Fact]
    public void An_empty_paper_names_every_item_as_it_is_printed() =>
        Assert.Equal(
            [
                "过去 14 天内居住地址", "户籍地址", "出行到省内/省外", "目的地", "出行日期", "交通工具",
                "第(1)项", "第(2)项", "第(3)项", "第(5)项", "第(6)项", "第(7)项", "第(8)项", "第(9)项", "申报人签字", "签字日期",
            ],
            new DeclarationContent { Person = Applicant }.BlankItems(Pack.Pass));

    [Theory]
    [InlineData("2020-02-01", null, "2020-03-01", "2020-03-04", "甲")]
    [InlineData("2020-02-01", "2020-03-01", "2020-03-01", null, "乙")]
    [InlineData("2020-02-01", "2020-03-04", "2020-02-10", "2020-03-01", "甲")]
    [InlineData("2020-02-01", null, "2020-03-01", null, "乙")]
    public void The_card_shows_the_stay_that_has_not_ended_else_the_latest(string first, string? firstEnd, string second, string? secondEnd, string shown)
    {
        var content = Form with
        {
            Stays = [new("甲", Day(first), firstEnd is null ? null : Day(firstEnd)), new("乙", Day(second), secondEnd is null ? null : Day(secondEnd))],
        };

        Assert.Equal(shown, content.CurrentAddress);
    }

    [Fact]
    public void Without_a_stay_the_card_shows_the_domicile() =>
        Assert.Equal(Form.DomicileAddress, (Form with { Stays = [] }).CurrentAddress);

    [Theory]
    [InlineData("样例村3组", "3组")]
    [InlineData("样例村十二组45号", "12组")]
    [InlineData("样例村二十三组", "23组")]
    [InlineData("样例村第5村民小组", "5组")]
    [InlineData("样例村三队7号", "3队")]
    [InlineData("样例村八社", "8社")]
    [InlineData("样例村3号", "")]
    [InlineData("样例社区3号", "")]
    [InlineData("第一社区八组", "8组")]
    [InlineData("样例街道第一社区3号楼", "")]
    [InlineData("", "")]
    public void The_group_is_read_from_the_address(string address, string group) =>
        Assert.Equal(group, (Form with { Stays = [new(address, new(2019, 1, 1), null)] }).Group);

    [Fact]
    public void A_group_that_was_noted_wins_over_the_address() =>
        Assert.Equal("5组", (Form with { VillageGroup = "五组", Stays = [new("样例村3组", new(2019, 1, 1), null)] }).Group);

    [Theory]
    [InlineData("三组", "3组")]
    [InlineData("第3村民小组", "3组")]
    [InlineData("二十组", "20组")]
    [InlineData("上河组", "上河组")]
    [InlineData("移民新村三组东", "移民新村三组东")]
    public void A_group_is_the_same_however_it_is_written(string noted, string group) =>
        Assert.Equal(group, (Form with { VillageGroup = noted }).Group);

    [Fact]
    public void The_group_is_that_of_the_address_on_the_card() =>
        Assert.Equal("4组", (Form with { Stays = [new("样例村3组", new(2019, 1, 1), new(2020, 2, 1)), new("样例村4组", new(2020, 2, 1), null)] }).Group);

    [Fact]
    public void A_renewal_takes_over_identity_only()
    {
        Assert.True(PhoneNumber.TryParse("13800001234", out var phone, out _));
        var old = Form with
        {
            Phone = phone,
            PhoneOwner = PhoneOwner.Neighbour,
            PermitAddress = "银川市",
            Guardian = Father,
            Scribe = Father with { Role = AttendantRole.Scribe },
            ReadAloud = true,
            Reason = CardReason.Elderly,
            VillageGroup = "五组",
            SchoolClass = "初二（3）班",
        };

        var fresh = old.IdentityOnly();

        Assert.Equal((old.Person, old.Phone, old.PhoneOwner, old.Guardian, old.Reason), (fresh.Person, fresh.Phone, fresh.PhoneOwner, fresh.Guardian, fresh.Reason));
        Assert.Equal((old.DomicileAddress, old.PermitAddress), (fresh.DomicileAddress, fresh.PermitAddress));
        Assert.Equal(("五组", "初二（3）班"), (fresh.VillageGroup, fresh.SchoolClass));
        Assert.Equal(new HealthAnswers(), fresh.Answers);
        Assert.Equal(new TravelPlan(), fresh.Travel);
        Assert.Empty(fresh.Stays);
        Assert.Equal((null, null, null, false), (fresh.Signature, fresh.SignedOn, fresh.Scribe, fresh.ReadAloud));
    }

    [Fact]
    public void Two_forms_say_the_same_when_every_item_and_every_stay_does()
    {
        Assert.True(Form.SameAs(Form with { Stays = [.. Form.Stays] }));
        Assert.False(Form.SameAs(Form with { Stays = [] }));
        Assert.False(Form.SameAs(Form with { Answers = Form.Answers with { HadSymptoms = true } }));
    }

    [Fact]
    public void Every_choice_of_the_form_has_its_printed_words()
    {
        Assert.Equal(["火车", "飞机", "自驾", "其他"], Enum.GetValues<Transport>().Select(one => one.ChineseName()));
        Assert.Equal(["出行到省内", "出行到省外"], Enum.GetValues<TravelScope>().Select(one => one.ChineseName()));
        Assert.Equal(["签字", "按手印"], Enum.GetValues<SignatureKind>().Select(one => one.ChineseName()));
        Assert.Equal(["额温", "腋温", "耳温", "口温"], Enum.GetValues<MeasuringSite>().Select(one => one.ChineseName()));
        Assert.Equal(["老年人", "未成年人", "特殊情况", "其他"], Enum.GetValues<CardReason>().Select(one => one.ChineseName()));
        Assert.Equal(["待测温审核", "退回补正", "符合", "不予办理"], Enum.GetValues<DeclarationState>().Select(one => one.ChineseName()));
        Assert.Equal(["符合", "退回补正", "不予办理"], Enum.GetValues<ReviewOutcome>().Select(one => one.ChineseName()));
        Assert.Equal("发热、干咳、气促、呼吸道症状", Enum.GetValues<PresentSymptom>().Aggregate((all, one) => all | one).ChineseName());
    }
}
