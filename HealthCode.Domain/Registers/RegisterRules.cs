using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>台账的规则.</summary>
public static class RegisterRules
{
    /// <summary>No province keeps a register that its notices do not ask for.</summary>
    public static Rule Kept { get; } = new("register-kept", "本省的通知没有要求这种登记，不能登记。", "琼肺炎指〔2020〕29号 二");

    /// <summary>What the paper needs is filled in.</summary>
    public static Rule Needed { get; } = new("register-needed", "请填写：", "琼肺炎指〔2020〕29号 系统操作流程");

    /// <summary>A number, or where he lives. A telephone is never demanded.</summary>
    public static Rule Identified { get; } = new("register-identified", "请填写证件号码；没有证件号码的，请填写居住地。", "DECISIONS.md D63");

    /// <summary>It has happened.</summary>
    public static Rule HasHappened { get; } = new("register-future", "日期在今天之后，请核对日期。", "DECISIONS.md D63");

    /// <summary>A slip comes from a facility that is known.</summary>
    public static Rule FacilityChosen { get; } = new("register-facility", "请先选是哪个单位、医院或药店的。", "琼肺炎指〔2020〕29号 系统操作流程 2.2、4.1、6.2");

    /// <summary>The same slip is keyed once.</summary>
    public static Rule SlipOnce { get; } = new("register-slip", "这个编号的单子已经录过了，没有再记：", "DECISIONS.md D63");

    /// <summary>The same entry is keyed once.</summary>
    public static Rule NotTwice { get; } = new("register-twice", "一样的登记已经录过了，没有再记：", "DECISIONS.md D63");

    /// <summary>A unit's roll names a person once.</summary>
    public static Rule OnRollOnce { get; } = new("register-roll", "这个人已经在这个单位的名单上，请在他那一条上改：", "琼肺炎指〔2020〕29号 系统操作流程 2.2");

    /// <summary>Who is expected or isolated is so once.</summary>
    public static Rule OneJourney { get; } = new("register-journey", "这个人已经登记，还没有办完，请在那一条上改：", "DECISIONS.md D63");

    /// <summary>When he comes, or came.</summary>
    public static Rule ComingKnown { get; } = new("register-coming", "请填写到达的日期；还没有到的，填写计划到达的日期。", "琼肺炎指〔2020〕29号 系统操作流程 1.2");

    /// <summary>He has arrived.</summary>
    public static Rule HasArrived { get; } = new("register-arrived", "到达日期在今天之后：还没有到的，只填计划到达的日期。", "琼肺炎指〔2020〕29号 系统操作流程 1.2");

    /// <summary>Nobody comes back before he left.</summary>
    public static Rule LeftBefore { get; } = new("register-left", "到达日期在离开日期之前，请核对。", "DECISIONS.md D64");

    /// <summary>An isolation has a first day.</summary>
    public static Rule IsolationBegins { get; } = new("register-isolation-from", "写了隔离地点或结束日期的，请填写隔离从哪天起。", "琼肺炎指〔2020〕29号 系统操作流程 1.2");

    /// <summary>He is isolated where he arrived.</summary>
    public static Rule IsolatedHere { get; } = new("register-isolation-here", "隔离要在到达那天或以后开始，请核对到达日期和隔离开始日期。", "DECISIONS.md D64");

    /// <summary>No isolation ends before it begins.</summary>
    public static Rule IsolationEnds { get; } = new("register-isolation-to", "隔离结束日期在开始日期之前，请核对。", "DECISIONS.md D64");

    /// <summary>Where the notice counts the days nobody adds any, and nobody ends them by what a slip says.</summary>
    public static Rule IsolationCounted { get; } = new("register-isolation-days", "隔离到哪天照通知的天数算，不用另写；提前解除的，在他的健康状态里登记。满期的那天：", "宁疫指办发〔2020〕63号 一(二)3");

    /// <summary>A result was seen on a day.</summary>
    public static Rule ResultHasDay { get; } = new("register-result-day", "请填写哪天看到官方码的。", "琼肺炎指〔2020〕29号 系统操作流程 2.1");

    /// <summary>A child at the clinic has a parent's name.</summary>
    public static Rule ParentNamed { get; } = new("register-parent", "不满 14 岁的，请填写家长姓名。", "琼肺炎指〔2020〕29号 系统操作流程 4.1");

    /// <summary>Without a birth date the slip says whether he is a child.</summary>
    public static Rule AgeKnown { get; } = new("register-age", "看不出年龄：不满 14 岁的，请填写家长姓名；满 14 岁的，在家长姓名一栏写“满14岁”。", "琼肺炎指〔2020〕29号 系统操作流程 4.1；DECISIONS.md D63");

    /// <summary>A purchase names its drugs.</summary>
    public static Rule DrugsNamed { get; } = new("register-drugs", "请填写药品名称和数量，例如“止咳糖浆 2”。", "琼肺炎指〔2020〕29号 系统操作流程 6.2");

    /// <summary>A slip has ten rows.</summary>
    public static Rule DrugsFit { get; } = new("register-drugs-fit", "一张单子最多写十种药，多的请另录一张。", "DECISIONS.md D65");

    /// <summary>Quantities that can be right.</summary>
    public static Rule QuantityInRange { get; } = new("register-quantity", "药品的数量要在 1 到 999 之间，请核对：", "DECISIONS.md D65");

    /// <summary>Somebody else's medicine says whose.</summary>
    public static Rule PatientKnown { get; } = new("register-patient", "代购的，请填写患者的手机号；没有手机的，填写姓名和住址，或者身份证号。", "琼肺炎指〔2020〕29号 系统操作流程 6.2");

    /// <summary>Who buys for himself is no patient beside himself.</summary>
    public static Rule PatientIsOther { get; } = new("register-patient-other", "患者和购药人是同一个人：给自己买的不选代购；给别人买的，请核对患者的号码。", "DECISIONS.md D65");

    /// <summary>What is written of a patient belongs to a purchase for somebody else.</summary>
    public static Rule ForOtherChosen { get; } = new("register-for-other", "写了患者的，请选代购；给自己买的，不用写患者。", "DECISIONS.md D65");

    /// <summary>Only who is expected arrives.</summary>
    public static Rule IsExpected { get; } = new("register-expected", "这一条已经登记到达，或者已经作废。", "DECISIONS.md D64");

    /// <summary>Only an isolation ends.</summary>
    public static Rule IsIsolated { get; } = new("register-isolated", "这一条没有正在进行的隔离。", "DECISIONS.md D64");

    /// <summary>The days are full.</summary>
    public static Rule IsolationIsOver { get; } = new("register-isolation-over", "隔离还没有满期，满期的那天：", "宁疫指办发〔2020〕63号 一(二)3");

    /// <summary>Only an unknown patient is looked for.</summary>
    public static Rule PatientUnknown { get; } = new("register-patient-known", "这一条不用核实患者，或者已经核实。", "DECISIONS.md D65");

    /// <summary>Who is not found is written down.</summary>
    public static Rule SearchExplained { get; } = new("register-patient-search", "请写明怎样问的，例如“电话打不通，店里也不认识”。", "DECISIONS.md D65");

    /// <summary>Only what has ended is taken up again.</summary>
    public static Rule HasEnded { get; } = new("register-ended", "这一条没有登记隔离结束，不用撤回。", "DECISIONS.md D64");

    /// <summary>What is void stays void.</summary>
    public static Rule StillValid { get; } = new("register-void", "这一条已经作废，不能再改。", "DECISIONS.md D63");

    /// <summary>What another clerk has saved is not undone unseen.</summary>
    public static Rule NotChangedMeanwhile { get; } = new("register-changed", "您打开以后，这一条被别人改过了，没有保存。请返回看看改了什么，再改。", "DECISIONS.md D63");

    /// <summary>Each change says why.</summary>
    public static Rule ChangeHasReason { get; } = new("register-reason", "请写明为什么，例如“日期录错了”。", "DECISIONS.md D63");

    /// <summary>A facility has a name.</summary>
    public static Rule FacilityNamed { get; } = new("facility-name", "请填写名称。", "琼肺炎指〔2020〕29号 系统操作流程 4.1、6.2");

    /// <summary>A facility lies somewhere.</summary>
    public static Rule FacilityPlaced { get; } = new("facility-district", "请填写所在区，例如“城关镇”。", "琼肺炎指〔2020〕29号 系统操作流程 4.1、6.2");

    /// <summary>A facility is entered once.</summary>
    public static Rule FacilityOnce { get; } = new("facility-once", "这个名称已经登记过了；真的有两家同名的，请在名称里写上地方，例如“椰林药店（新区）”。", "DECISIONS.md D63");

    /// <summary>A closed facility is used no more.</summary>
    public static Rule FacilityUsed { get; } = new("facility-used", "这个单位已经停用。", "DECISIONS.md D63");

    /// <summary>What is wrong with an entry, whatever its register; empty if nothing is.</summary>
    /// <param name="slip">The slip.</param>
    /// <param name="content">What it says.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Breach> Validate(Slip slip, RegisterContent content, RulePack pack, DateOnly today)
    {
        if (pack.Register(content.Kind) is not { } form)
        {
            return [Kept.Broken()];
        }

        return
        [
            .. form.Asks(RegisterField.DocumentNumber) && content.Document is null && content.Address.Length == 0 ? [Identified.Broken(field: RegisterField.DocumentNumber)] : Array.Empty<Breach>(),
            .. slip.On > today ? [HasHappened.Broken(field: RegisterField.On)] : Array.Empty<Breach>(),
            .. (slip.FacilityId is null) != (content.Kind == RegisterKind.Returnees) ? [FacilityChosen.Broken(field: RegisterField.Facility)] : Array.Empty<Breach>(),
            .. content.Validate(pack, slip.On, today),
        ];
    }

    /// <summary>Whether the same was keyed before; empty if not.</summary>
    internal static IReadOnlyList<Breach> ValidateOnce(Slip slip, RegisterContent content, IReadOnlyList<RegisterEntry> earlier)
    {
        if (slip.Number is { } number && earlier.FirstOrDefault(other => other.SlipNumber == number) is { } keyed)
        {
            return [SlipOnce.Broken(Who(keyed), RegisterField.SlipNumber)];
        }

        if (earlier.FirstOrDefault(other => other.On == slip.On && other.FacilityId == slip.FacilityId && other.Content.SaysTheSameAs(content)) is { } same)
        {
            return [NotTwice.Broken(Who(same), RegisterField.Name)];
        }

        var own = content.PersonKey is { } key ? earlier.Where(other => other.PersonKey == key).ToList() : [];
        return content.Kind switch
        {
            RegisterKind.Work when own.Find(other => other.FacilityId == slip.FacilityId) is { } listed => [OnRollOnce.Broken(Who(listed), RegisterField.DocumentNumber)],
            RegisterKind.Returnees when content.PendingOn(slip.On) is not null && own.Find(other => other.Pending != PendingStep.None) is { } open => [OneJourney.Broken(Who(open), RegisterField.DocumentNumber)],
            _ => [],
        };
    }

    private static string Who(RegisterEntry entry) => $"第 {entry.Number} 号，{entry.EnteredBy.Name}录的。";
}
