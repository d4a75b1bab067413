using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>健康打卡的规则.</summary>
public static class CheckInRules
{
    /// <summary>Two of one person by one way are further apart than this.</summary>
    public static TimeSpan LeastApart { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Nobody reports tomorrow.</summary>
    public static Rule NotInFuture { get; } = new("check-in-future", "打卡日期在今天之后，请核对日期。", "宁疫指办发〔2020〕66号 附件 三");

    /// <summary>The same sheet keyed twice.</summary>
    public static Rule NotTwice { get; } = new("check-in-twice", "这个人刚刚已经用同样的方式打过卡，不到一分钟。要改动，请用“更正”。", "DECISIONS.md D44");

    /// <summary>Two clerks with one round list.</summary>
    public static Rule AskedAlready { get; } = new("check-in-asked", "这个人今天已经有人记过了，没有再记一次。要改动，请打开他的记录用“更正”。记的人：", "DECISIONS.md D44");

    /// <summary>A day that is over was told on that day, or is missed.</summary>
    public static Rule LateSaysWhoAndWhen { get; } = new("check-in-late", "补录以前的日子，请写明是谁、在当天几点告诉的；当天没有人听到的，那天就算没有打卡。", "DECISIONS.md D44");

    /// <summary>隔离机构每日上报.</summary>
    public static Rule IsInstitution { get; } = new("check-in-institution", "这个人没有登记在隔离机构，不能由“隔离机构”上报。", "宁疫指办发〔2020〕66号 附件 四(一)5");

    /// <summary>家属代报 and 隔离机构上报 say who.</summary>
    public static Rule ReporterNamed { get; } = new("check-in-reporter", "请写明是谁代报的。", "DECISIONS.md D44");

    /// <summary>当日体温, where the form asks for it.</summary>
    public static Rule HasTemperature { get; } = new("check-in-temperature", "请填写当日体温。", "宁疫指办发〔2020〕66号 附件 三");

    /// <summary>A person judges.</summary>
    public static Rule TemperatureTicked { get; } = new("check-in-normal", "请勾选体温正常还是不正常。", "DECISIONS.md D13");

    /// <summary>当前健康状况.</summary>
    public static Rule HasSymptoms { get; } = new("check-in-symptoms", "请勾选症状；没有症状的也要勾选：", "联防联控机制综发〔2020〕123号 附件 申领流程三；琼肺炎指〔2020〕29号 系统操作流程 1.1");

    /// <summary>没有出现症状 excludes the others.</summary>
    public static Rule SymptomsExclude { get; } = new("check-in-no-symptoms", "又勾了没有症状，又勾了症状，请核对：", "联防联控机制综发〔2020〕123号 附件 申领流程三");

    /// <summary>Every question has an answer of the form.</summary>
    public static Rule ExposureAnswered { get; } = new("check-in-exposure", "这一问还没有答，或者答的不在表上：", "联防联控机制综发〔2020〕123号 附件 申领流程三；琼肺炎指〔2020〕29号 系统操作流程 1.1");

    /// <summary>A row of the itinerary has its day, within the form's days, and its place.</summary>
    public static Rule ItineraryInTime { get; } = new("check-in-itinerary", "行程的每一行要写日期和到了哪里，日期在打卡那天以前，不早于表上问的天数：", "联防联控机制综发〔2020〕123号 问题一");

    /// <summary>No question more than the form has.</summary>
    public static Rule OnTheForm { get; } = new("check-in-form", "本省的打卡表没有这一项，请不要问：", "宁疫指办发〔2020〕73号 三");

    /// <summary>每人每日可进行3次健康申报; 每天只有 1 次修改机会.</summary>
    public static Rule WithinQuota { get; } = new("check-in-quota", "今天的更正次数已经用完，请明天再来。录入时打错字的，请选“录入笔误”。每天可以申报的次数：", "冀防领办〔2020〕169号 附件 四1；联防联控机制综发〔2020〕123号 问题四");

    /// <summary>可修改除身份证、姓名、手机号外的本人申报的健康信息.</summary>
    public static Rule IdentityStays { get; } = new("check-in-identity", "这一天是用原来的姓名、证件号码和手机号申报的，更正不能改这三项，请明天按新的申报。名册打错了的，请选“录入笔误”。", "联防联控机制综发〔2020〕123号 问题四");

    /// <summary>Of two clerks with one check-in the second looks again.</summary>
    public static Rule NotCorrectedMeanwhile { get; } = new("check-in-meanwhile", "刚才已经有人更正过这一次打卡，没有再改。请返回看看现在的内容。", "DECISIONS.md D44");

    /// <summary>Where the form asks nothing, what was said is the report.</summary>
    public static Rule HasWords { get; } = new("check-in-words", "请写下本人的话，例如“都好”；什么都没有说的不算打卡。", "冀防领办〔2020〕169号 附件 四1");

    /// <summary>A correction says why.</summary>
    public static Rule CorrectionHasReason { get; } = new("check-in-reason", "请写明更正的原因。", "DECISIONS.md D44");

    /// <summary>A correction of the day, or of what was keyed.</summary>
    public static Rule CorrectionChanges { get; } = new("check-in-same", "没有改动任何一项。", "DECISIONS.md D44");

    /// <summary>What is wrong with a check-in's answers; empty when nothing is.</summary>
    public static IReadOnlyList<Breach> Validate(CheckInForm form, CheckInContent content, CheckInChannel channel, DateOnly day) =>
    [
        .. Temperature(form, content), .. Symptoms(form, content), .. Exposures(form, content), .. Itinerary(form, content, day), .. BeyondTheForm(form, content),
        .. form.AsksNothing && content.OwnWords.Length == 0 ? [HasWords.Broken(field: CheckInField.OwnWords)] : Array.Empty<Breach>(),
        .. channel is CheckInChannel.Family or CheckInChannel.Institution && content.ReportedBy.Length == 0 ? [ReporterNamed.Broken(field: CheckInField.ReportedBy)] : Array.Empty<Breach>(),
    ];

    private static IEnumerable<Breach> Temperature(CheckInForm form, CheckInContent content)
    {
        if (form.AsksTemperature && content.Temperature is null)
        {
            yield return HasTemperature.Broken(field: CheckInField.Temperature);
        }

        if (content.Temperature is not null && content.FoundNormal is null)
        {
            yield return TemperatureTicked.Broken(field: CheckInField.FoundNormal);
        }
    }

    private static IEnumerable<Breach> Symptoms(CheckInForm form, CheckInContent content)
    {
        if (content.NoSymptoms && content.Symptoms.Count > 0)
        {
            yield return SymptomsExclude.Broken($"{string.Join('、', content.Symptoms)}。", CheckInField.Symptoms);
        }
        else if (form.Symptoms.Count > 0 && !content.NoSymptoms && content.Symptoms.Count == 0)
        {
            yield return HasSymptoms.Broken($"“{form.NoSymptoms}”。", CheckInField.Symptoms);
        }
    }

    private static IEnumerable<Breach> Exposures(CheckInForm form, CheckInContent content) =>
        form.Exposures.Where(question => !content.Exposures.TryGetValue(question.Code, out var answer) || (answer == ExposureAnswer.Uncertain && !question.AllowsUncertain))
            .Select(question => ExposureAnswered.Broken(question.Text, new(CheckInField.Exposures, form.Exposures.ToList().IndexOf(question) + 1)));

    private static IEnumerable<Breach> Itinerary(CheckInForm form, CheckInContent content, DateOnly day) => content.Itinerary.Index()
        .Where(stop => form.ItineraryDays > 0 && (stop.Item.Place.Length == 0 || stop.Item.Day > day || stop.Item.Day < day.AddDays(-form.ItineraryDays)))
        .Select(stop => ItineraryInTime.Broken($"{form.ItineraryDays} 天。", new(CheckInField.Itinerary, stop.Index + 1)));

    private static IEnumerable<Breach> BeyondTheForm(CheckInForm form, CheckInContent content)
    {
        var beyond = content.Symptoms.Except(form.Symptoms)
            .Concat(content.Exposures.Keys.Except(form.Exposures.Select(question => question.Code)))
            .Concat(content.NoSymptoms && form.Symptoms.Count == 0 ? ["症状"] : [])
            .Concat(content.Temperature is not null && !form.AsksTemperature ? ["体温"] : [])
            .Concat(content.Itinerary.Count > 0 && form.ItineraryDays == 0 ? ["行程"] : [])
            .Concat(content.Address.Length > 0 && !form.AsksAddress ? ["目前所在地址"] : [])
            .Concat(content.Needs.Length > 0 && !form.AsksNeeds ? ["需求"] : []).ToList();
        return beyond.Count > 0 ? [OnTheForm.Broken($"{string.Join('、', beyond)}。")] : [];
    }
}

/// <summary>打卡的栏 that a rule speaks of.</summary>
public enum CheckInField
{
    /// <summary>打卡日期.</summary>
    Day,

    /// <summary>体温.</summary>
    Temperature,

    /// <summary>体温是否正常.</summary>
    FoundNormal,

    /// <summary>症状.</summary>
    Symptoms,

    /// <summary>旅居和接触, numbered.</summary>
    Exposures,

    /// <summary>行程, numbered.</summary>
    Itinerary,

    /// <summary>代报人.</summary>
    ReportedBy,

    /// <summary>目前所在地址.</summary>
    Address,

    /// <summary>需求.</summary>
    Needs,

    /// <summary>本人的话.</summary>
    OwnWords,

    /// <summary>谁告诉的.</summary>
    Late,

    /// <summary>几点告诉的.</summary>
    LateAt,

    /// <summary>打卡方式.</summary>
    Channel,

    /// <summary>更正原因.</summary>
    Reason,
}
