namespace HealthCode.Domain.People;

/// <summary>性别. The numbers are the codes of GB/T 2261.1, as the form of 宁疫指办发〔2020〕63号 annex 1 asks only 男/女.</summary>
public enum Sex
{
    /// <summary>男, code 1.</summary>
    Male = 1,

    /// <summary>女, code 2.</summary>
    Female = 2,
}
