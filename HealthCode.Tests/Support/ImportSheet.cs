using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Web.Foundation;
using HealthCode.Web.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>A valid row for each kind of import, and a method that imports rows.</summary>
public static class ImportSheet
{
    /// <summary>ID number of a nine-year-old.</summary>
    public const string Child = "640106201101010018";

    /// <summary>A row of the import of residents.</summary>
    public static ImportCells Resident(Person person) => new(new Dictionary<string, string>
    {
        ["姓名"] = person.Name.Value,
        ["证件号码"] = person.Document.Number,
        ["住址"] = "宁夏回族自治区银川市兴庆区样例街道样例村3组8号",
        ["户号"] = "3-" + person.Document.Number,
        ["与户主关系"] = "户主",
        ["村民小组"] = "第3村民小组",
        ["网格员"] = "马晓燕",
        ["网格员电话"] = "13800000001",
        ["智能手机"] = "无",
    });

    /// <summary>A row of the import of declarations, without blank cells.</summary>
    public static ImportCells Declaration(Person person) => new(new Dictionary<string, string>
    {
        ["姓名"] = person.Name.Value,
        ["证件号码"] = person.Document.Number,
        ["手机号码"] = "13800000003",
        ["这是谁的号码"] = "邻居代接",
        ["居住地址"] = "宁夏回族自治区银川市兴庆区样例街道样例村3组8号",
        ["住进日期"] = "20190101",
        ["户籍地址"] = "宁夏回族自治区银川市兴庆区",
        ["出行范围"] = "省内",
        ["目的地省"] = "宁夏回族自治区",
        ["目的地市"] = "吴忠市",
        ["出行日期"] = "20200306",
        ["交通工具"] = "自驾",
        ["(1)确诊或疑似"] = "否",
        ["(2)密切接触者"] = "否",
        ["(3)发热干咳乏力"] = "否",
        ["(5)到过外省区"] = "否",
        ["(6)接触高风险人员"] = "否",
        ["(7)接触发热人员"] = "否",
        ["(8)承诺立即报告"] = "是",
        ["(9)承诺不聚集"] = "是",
        ["申报人签字"] = "按手印",
        ["签字日期"] = "20200305",
    });

    /// <summary>A row of the import of a school's pupils.</summary>
    public static ImportCells Pupil { get; } = new(new Dictionary<string, string>
    {
        ["学校"] = "样例小学",
        ["班级"] = "三年级2班",
        ["姓名"] = "马小军",
        ["证件号码"] = Child,
        ["监护人"] = "马建国",
        ["与学生关系"] = "父亲",
        ["监护人电话"] = "13800000004",
    });

    /// <summary>Numbers the rows from 2, because row 1 is the header.</summary>
    public static IReadOnlyList<ImportRow> Rows(params IEnumerable<ImportCells> rows) => [.. rows.Select((row, i) => new ImportRow(i + 2, row.Cells))];

    /// <summary>Imports rows as the server does: in one transaction, which is rolled back if a row has an error.</summary>
    public static Task TakeInAsync(this OfficeServer server, Import import, IReadOnlyList<ImportRow> rows, Action<int>? told = null) => server.InDbAsync(async db =>
    {
        var clock = server.Services.GetRequiredService<OfficeClock>();
        try
        {
            await db.InOneTransactionAsync(async () =>
            {
                var office = await db.Offices.OrderBy(each => each.Code).FirstAsync();
                await import.For(office.RulesOn(clock.Today)).ApplyAsync(new(db, office, new StaffMember("luru", "李录入"), clock), rows, new Told(told), CancellationToken.None);
                if (rows.Any(row => row.Faults.Count > 0))
                {
                    throw new GivenUpException();
                }
            });
        }
        catch (GivenUpException)
        {
        }
    });

    /// <summary>All errors as "row column：sentence".</summary>
    public static IReadOnlyList<string> Faults(this IReadOnlyList<ImportRow> rows) =>
        [.. rows.SelectMany(row => row.Faults.Select(fault => $"{row.Number} {fault.Field}：{fault.Sentence}"))];

    private sealed class GivenUpException : Exception;

    private sealed class Told(Action<int>? told) : IProgress<int>
    {
        public void Report(int value) => told?.Invoke(value);
    }
}
