using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;

namespace HealthCode.Tests.Printing;

/// <summary>空白申报表: annex 1 of 63号, word for word, on one sheet.</summary>
public sealed class DeclarationFormTests : IDisposable
{
    /// <summary>The annex line by line, blanks and boxes left out.</summary>
    internal const string Annex1 = """
        宁夏回族自治区健康通行卡办理申报表
        申报人员填写以下内容：（请如实填报，如有隐瞒或虚假填报，将依法追究责任）
        姓名：性别：男女出生日期：
        身份证号码：
        手机号码：
        过去14天内居住地址：（如有几处，据实填写）
        户籍地址：
        居住证地址（如有）：
        出行到省内出行到省外
        目的地：省市县（市、区）乡镇（街道）
        村（小区）（门牌号）
        出行日期：年月日
        交通工具：火车，车次座位号飞机，航班号座位号
        自驾其他：
        (1)14天内是否被诊断为新冠肺炎确诊病例、疑似病例、阳性无症状感染者：是否
        (2)14天内是否为新冠肺炎病例、阳性无症状感染者的密切接触者：是否
        (3)14天内是否曾有发热、持续干咳、乏力症状：是否
        (5)14天内是否到过宁夏以外地区（外省区）：是否
        (6)14天内是否与湖北等疫情高风险地区人员有接触史：是否
        (7)14天内是否与有发热或呼吸道症状的人员有接触史：是否
        (8)抵达目的地后承诺立即向居住地或单位所在地社区（村）报告：是否
        (9)疫情期间承诺做到除上下班外不外出、不参与聚餐聚会等聚集性活动：是否
        以上内容属实，如隐瞒、虚报，本人承担一切法律责任或相应后果。
        申报人（签字）：
        2020年月日
        居住地村（居）委会填写以下内容
        (10)体温（℃），体温是否正常：是否
        (11)申报人是否连续14天居住在该社区（村）：是否
        (12)申报人当前是否属于隔离观察人员：是否
        经办人签字：
        2020年月日
        村（居）委会名称（盖章）：
        （此表由村（居）委会留存至疫情解除后30天）
        """;

    private readonly PdfInspector _form = new(DeclarationForm.Draw(LawfulCase.Pack.Pass, 2020));

    public void Dispose() => _form.Dispose();

    [Fact]
    public void It_says_what_annex_1_says_in_its_order_and_nothing_else() =>
        Assert.Equal(string.Concat(Annex1.Where(c => !char.IsWhiteSpace(c))), _form.Words(1));

    [Fact]
    public void There_is_no_item_4() => Assert.DoesNotContain("(4)", _form.Words(1), StringComparison.Ordinal);

    [Fact]
    public void It_is_one_A4_sheet_with_its_fonts()
    {
        var size = Assert.Single(_form.Sizes);
        Assert.Equal(210, size.Width, 0.1);
        Assert.Equal(297, size.Height, 0.1);
        Assert.All(_form.Fonts, font => Assert.True(font.Embedded, font.Name));
    }

    [Fact]
    public void Nothing_is_cut_at_the_edges()
    {
        var ink = _form.Render(1, 150).Ink()!.Value;

        Assert.True(ink is { Left: >= 10, Top: >= 8, Right: <= 200, Bottom: <= 291 }, $"{ink}");
    }

    [Fact]
    public void A_blank_form_carries_no_code_and_no_card_number() => Assert.Empty(_form.Codes(1, 200));

    [Fact]
    public void There_is_room_for_the_seal_of_the_committee() =>
        Assert.Null(_form.Render(1, 100).Ink(left: 90, right: 200, top: 265, bottom: 281));
}
