using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;

namespace HealthCode.Tests.Fields;

public sealed class FieldParserTests
{
    private const string TooLong = "一二三四五六";

    private readonly FieldFaults<string> _faults = [];
    private readonly FieldParser<string> _fields;

    public FieldParserTests() => _fields = new(_faults, new(2020, 3, 5));

    [Fact]
    public void Everything_wrong_is_collected_each_beside_its_field_and_reading_goes_on()
    {
        _fields.Text("备注", TooLong, 5);
        _fields.Day("日期", "2020-13-1");
        _fields.Phone("电话", "12");
        _fields.Name("监护人", "1");
        _fields.NeededName("姓名", "");
        _fields.Temperature("体温", "热");
        Document(IdentityDocumentKind.ResidentIdCard, "640104", null, false);

        Assert.Equal(["备注", "日期", "电话", "监护人", "姓名", "体温", "号码"], _faults.Select(fault => fault.Field));
        Assert.Equal(("样例村3组", new DateOnly(2020, 3, 6)), (_fields.Text("住址", " 样例村3组 ", 30), _fields.Day("出行", "3.6")));
    }

    [Fact]
    public void A_blank_is_nothing_and_no_fault()
    {
        Assert.Equal(("", null), (_fields.Text("备注", " ", 5), _fields.Day("日期", null)));
        Assert.Equal((null, null, null), (_fields.Phone("电话", " "), _fields.Name("监护人", ""), _fields.Temperature("体温", null)));
        Assert.Empty(_faults);
    }

    [Fact]
    public void What_must_be_there_is_asked_for_unless_something_is_said_of_it_already()
    {
        _fields.NeededText("学校", "", 5, "请填写学校。");
        _fields.NeededText("班级", TooLong, 5, "请填写班级。");

        Assert.Equal(["学校", "班级"], _faults.Select(fault => fault.Field));
        Assert.Equal((true, false), (_faults[0].Sentence == "请填写学校。", _faults[1].Sentence == "请填写班级。"));
    }

    [Theory]
    [InlineData(IdentityDocumentKind.ResidentIdCard, "130503199401040010", null, false, "id18-check", DocumentField.Number)]
    [InlineData(IdentityDocumentKind.ResidentIdCard, "", null, false, "paper-empty", DocumentField.Number)]
    [InlineData(IdentityDocumentKind.None, "", null, false, "none-reason", DocumentField.Reason)]
    [InlineData(IdentityDocumentKind.None, "", "遗\u0001失", false, "reason-character", DocumentField.Reason)]
    [InlineData(IdentityDocumentKind.Passport, "E12345678", "长", false, "reason-too-long", DocumentField.Reason)]
    [InlineData(IdentityDocumentKind.Passport, "E1", null, true, "save-reason", DocumentField.Reason)]
    [InlineData(IdentityDocumentKind.Passport, "E1", "无误", true, "save-shape", DocumentField.Number)]
    public void What_is_wrong_with_a_document_is_beside_the_line_it_belongs_to_with_its_code(
        IdentityDocumentKind kind, string number, string? reason, bool isForced, string code, DocumentField line)
    {
        Document(kind, number, reason == "长" ? new string('长', 201) : reason, isForced);

        Assert.Equal(line == DocumentField.Number ? "号码" : "原因", Assert.Single(_faults, fault => fault.Code == code).Field);
    }

    [Fact]
    public void A_broken_rule_keeps_its_code_and_gets_the_field_of_this_form()
    {
        var rule = new Rule("test-rule", "请核对。", "本项目");

        _faults.Add([rule.Broken(field: DayOfWeek.Monday), rule.Broken()], field => field?.Name.ToString());

        Assert.Equal<FieldFault<string>>([new("Monday", "请核对。", "test-rule"), new(null, "请核对。", "test-rule")], _faults);
    }

    private void Document(IdentityDocumentKind kind, string number, string? reason, bool isForced) => _fields.Document(kind, ("号码", number), ("原因", reason), isForced);
}
