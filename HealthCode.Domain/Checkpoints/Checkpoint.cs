using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>关口 — a gate where cards are checked: its address and the order of the checks (琼肺炎指〔2020〕29号 3.2; 宁疫指办发〔2020〕73号 二).</summary>
/// <remarks>Closed, never deleted, because stored passages and incidents refer to it.</remarks>
public sealed class Checkpoint
{
    /// <summary>Maximum length of a name in characters.</summary>
    public const int LongestName = 20;

    /// <summary>Maximum length of a county or township name in characters.</summary>
    public const int LongestPlace = 30;

    /// <summary>Maximum length of an address in characters.</summary>
    public const int LongestAddress = 60;

    private Checkpoint(string officeCode)
    {
        (OfficeCode, Name, County, Township, Address) = (officeCode, "", "", "", "");
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Code of the office that runs the gate.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>名称, unique within the office.</summary>
    public string Name { get; private set; }

    /// <summary>类型.</summary>
    public CheckpointKind Kind { get; private set; }

    /// <summary>市县.</summary>
    public string County { get; private set; }

    /// <summary>乡镇（街道）.</summary>
    public string Township { get; private set; }

    /// <summary>详细地址.</summary>
    public string Address { get; private set; }

    /// <summary>查验方式.</summary>
    public CheckMode Mode { get; private set; }

    /// <summary>关闭: the gate is no longer in use.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The whole address in one line.</summary>
    public string FullAddress => County + Township + Address;

    /// <summary>设立: creates an open gate.</summary>
    /// <param name="office">The office that runs the gate.</param>
    /// <param name="name">名称.</param>
    /// <param name="kind">类型.</param>
    /// <param name="county">市县; the page proposes the office's own.</param>
    /// <param name="township">乡镇（街道）; the page proposes the office's own.</param>
    /// <param name="address">详细地址.</param>
    /// <param name="mode">查验方式.</param>
    /// <exception cref="RuleBrokenException">See <see cref="CheckpointRules.Validate"/>.</exception>
    public static Checkpoint Open(Office office, string name, CheckpointKind kind, string county, string township, string address, CheckMode mode)
    {
        var checkpoint = new Checkpoint(office.Code);
        checkpoint.Describe(name, kind, county, township, address, mode);
        return checkpoint;
    }

    /// <summary>改登记: replaces all registered values.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="CheckpointRules.Validate"/>.</exception>
    public void Describe(string name, CheckpointKind kind, string county, string township, string address, CheckMode mode)
    {
        RuleBrokenException.ThrowIfAny(CheckpointRules.Validate(name, kind, county, township, address, mode));

        (Name, Kind, County, Township, Address, Mode) = (name, kind, county, township, address, mode);
    }

    /// <summary>关闭.</summary>
    /// <exception cref="RuleBrokenException">Already closed.</exception>
    public void Close()
    {
        CheckpointRules.IsOpen.Require(!IsClosed);

        IsClosed = true;
    }

    /// <summary>重新启用.</summary>
    /// <exception cref="RuleBrokenException">Not closed.</exception>
    public void Reopen()
    {
        CheckpointRules.IsClosed.Require(IsClosed);

        IsClosed = false;
    }
}
